declare module 'subset-font' {
  /** Cuts a font (SFNT, WOFF, WOFF2) down to the characters of `text`; pins axes of a variable one. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt'; variationAxes?: Record<string, number> },
  ): Promise<Buffer>
}
