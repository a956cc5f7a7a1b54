/** The browser's own printing; a mini-program has none, and gives the PDF instead. */
export const printPage: (() => void) | undefined = ON_WECHAT ? undefined : () => window.print()
