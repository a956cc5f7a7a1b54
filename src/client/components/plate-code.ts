/** A plate's code is printed as such or inside an address: https://…?b=JX-023, or …?scene=b%3DJX-023 as in our own codes. */
export function plateCodeIn(text: string): string {
  const inside = /[?&](?:b=|scene=b(?:=|%3[Dd]))([^&#\s]+)/.exec(text)?.[1]
  return (inside ? decodeURIComponent(inside) : text).trim()
}
