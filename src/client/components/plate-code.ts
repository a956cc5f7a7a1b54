/** A plate's code is printed as such or inside an address: https://…?b=JX-023. */
export function plateCodeIn(text: string): string {
  const inside = /[?&]b=([^&#\s]+)/.exec(text)?.[1]
  return (inside ? decodeURIComponent(inside) : text).trim()
}
