/** A parameter as it was meant: WeChat hands what stands in a page's address over encoded, and some browsers' routers do. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
