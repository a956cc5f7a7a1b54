/** The word of a file for a value of the register; the value itself where no word is known. */
export const wordOf = (
  words: Readonly<Record<string, string | boolean>>,
  value: string | null,
): string | null =>
  value === null ? null : (Object.entries(words).find(([, known]) => known === value)?.[0] ?? value)

export const wordsOf = (words: Readonly<Record<string, string>>, values: readonly string[]): string =>
  values.map((value) => wordOf(words, value)).join('、')
