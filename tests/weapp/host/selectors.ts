/** The document's element for a WXML tag: `input` must not become the browser's own input. */
export const elementNameOf = (tag: string): string => `wx-${tag}`

/** Tags of WXML at the places where a selector may name one; `page` is the root of every page. */
const TAG = /(^|[\s>+~,(])(page|view|text|image|input|textarea|scroll-view)(?=[\s>+~,.:#[)]|$)/g

/** A selector of WXSS or of the automator, for the elements of the document. */
export const forDocument = (selector: string): string =>
  selector.replace(TAG, (_, before: string, tag: string) => `${before}${elementNameOf(tag)}`)
