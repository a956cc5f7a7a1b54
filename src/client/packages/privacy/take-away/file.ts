import type { OutputOf } from '#contracts/operations'
import { fieldWords, kindWords, valueWords } from '../../../texts/export-fields'
import { rights } from '../../../texts/rights'

export type Taken = OutputOf<'people.export'>
type Part = Taken['parts'][number]

const words = rights.takeAway

const SAFE: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, (one) => SAFE[one] ?? one)

const STYLE =
  'body{font:17px/1.6 sans-serif;margin:24px auto;max-width:42em;padding:0 16px}h2{margin-top:2em}ul{padding-left:1.2em}li{margin:.4em 0}'

/** A page without anything from elsewhere: it opens on every phone and computer, in ten years too. */
export const asPage = ({ at, name, parts }: Taken): string =>
  [
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${safe(words.title)}</title><style>${STYLE}</style>`,
    `<h1>${safe(words.head(name, at))}</h1>`,
    ...parts.map(partOf),
    '</html>',
  ].join('\n')

const partOf = (part: Part): string =>
  `<h2>${safe(kindWords(part.kind))}</h2>\n<p>${safe(amountOf(part))}</p>\n${listOf(part)}`

function amountOf({ count, rows }: Part): string {
  if (count === 0) return words.nothing
  if (rows.length === 0) return words.machine(count)
  return rows.length < count ? words.only(rows.length, count) : words.count(count)
}

const listOf = ({ rows }: Part): string =>
  rows.length === 0 ? '' : `<ul>${rows.map((row) => `<li>${rowOf(row)}</li>`).join('\n')}</ul>`

const rowOf = (row: Part['rows'][number]): string =>
  Object.entries(row)
    .map(([field, value]) => `${safe(fieldWords(field))}：${safe(valueWords(field, value))}`)
    .join('；')

export const asData = (taken: Taken): string => JSON.stringify(taken, null, 2)
