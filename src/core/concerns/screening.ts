/** pass: may be shown; review: grid staff look first (先给网格员看一眼); risky: not accepted with these words. */
export type Screening = 'pass' | 'review' | 'risky'

/**
 * Looks for what must not be shown to everybody: words of abuse or danger (`words`, kept by the street), and
 * numbers that name a third person: a mobile or landline number, an ID card, a bank card.
 */
export function screen(text: string, words: readonly string[]): Screening {
  const plain = plainly(text)
  const bare = plain.replace(/[\s\p{P}\p{S}]/gu, '')
  if (words.some((word) => word !== '' && bare.includes(plainly(word)))) return 'risky'
  return numbersIn(plain).some(namesSomebody) ? 'review' : 'pass'
}

/** Full-width letters and digits are the same letters; invisible characters are none. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()

/** Runs of digits, also when written in groups: "138 0000 0000", "0752-2800000". */
const numbersIn = (text: string): string[] =>
  (text.match(/\d(?:[ \t-]?\d)*x?/g) ?? []).map((run) => run.replace(/[ \t-]/g, ''))

/** 11 digits: phone; 15 or 18: ID card; 16 to 19: bank card. */
const namesSomebody = (number: string): boolean =>
  /^(86)?[01]\d{10}$|^\d{15}$|^\d{17}x$|^\d{16,19}$/.test(number)
