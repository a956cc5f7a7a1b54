import { dayName, dayOf, MINUTE, startOfDay } from '../concerns/calendar'

/** The types of WeChat's template fields that we fill; a field is named by its type and a number, such as `thing1`. */
export const FIELD_TYPES = ['thing', 'phrase', 'time', 'date', 'character_string', 'number'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What a message can say in a field. */
export type Saying = string | number

/** WeChat takes no empty field. */
const NOTHING = '无'

/**
 * Makes what is said fit a field, by 订阅消息参数值内容限制说明: thing 20 characters, phrase 5 Chinese characters,
 * character_string 32 digits, letters or signs, number 32 digits, time and date `2022年12月19日 09:05`.
 * A number is an instant in the two last ones, and never too long.
 */
export function fitted(type: FieldType, saying: Saying): string {
  if (typeof saying === 'number') return type === 'number' ? digits(String(saying)) : moment(saying)
  return FIT[type](saying)
}

const FIT: Record<FieldType, (words: string) => string> = {
  thing: (words) => cut(words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim(), 20) || NOTHING,
  phrase: (words) => start(words.replace(/[^\p{Script=Han}]/gu, ''), 5) || NOTHING,
  character_string: (words) => words.replace(/[^\x21-\x7e]/g, '').slice(0, 32) || '-',
  number: (words) => digits(words),
  time: (words) => words,
  date: (words) => words,
}

const digits = (words: string): string => words.replace(/\D/g, '').slice(0, 32) || '0'

const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${start(words, most - 1)}…`

/** No longer than `most`, counted as JavaScript counts, which is never less than WeChat does; no character is halved. */
function start(words: string, most: number): string {
  let kept = ''
  for (const character of words) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept
}

/** An instant in China, as WeChat's time fields want it. */
function moment(at: number): string {
  const day = dayOf(at)
  const [year, month, date] = dayName(day).split('-')
  const minutes = Math.floor((at - startOfDay(day)) / MINUTE)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}年${month}月${date}日 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
