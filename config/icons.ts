import paths from '../src/client/components/icon-paths.json'

const strokeOf = (name: string) => (name === 'more' ? 2.8 : 1.75)

const drawing = (name: string, path: string) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='${strokeOf(name)}' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`

/** Only what would end the address: the rest of a drawing may stand in a style sheet as it is. */
const escaped = (text: string) => text.replace(/[<>#%]/g, encodeURIComponent)

const entries = Object.entries(paths).map(
  ([name, path]) => `"${name}": "data:image/svg+xml,${escaped(drawing(name, path))}"`,
)

/**
 * The line drawings for app.scss. They lie in the style sheet once; as inline styles every icon on every row of a
 * list would carry its drawing to WeChat's view again, two thirds of what a row weighs.
 */
export const iconVariables = `$icons: (${entries.join(', ')});`
