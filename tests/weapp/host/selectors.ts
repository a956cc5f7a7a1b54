/** The document's element for a WXML tag: `input` must not become the browser's own input. */
export const elementNameOf = (tag: string): string => `wx-${tag}`

/** Tags of WXML; `page` is the root of every page. */
const TAGS =
  'page view text image input textarea scroll-view button form label switch radio radio-group checkbox ' +
  'checkbox-group picker slider swiper swiper-item navigator progress rich-text map'

/** Where a selector may name one. */
const TAG = new RegExp(`(^|[\\s>+~,(])(${TAGS.replaceAll(' ', '|')})(?=[\\s>+~,.:#[)]|$)`, 'g')

/** A selector of WXSS or of the automator, for the elements of the document. */
export const forDocument = (selector: string): string =>
  selector.replace(TAG, (_, before: string, tag: string) => `${before}${elementNameOf(tag)}`)
