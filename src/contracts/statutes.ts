import { array, boolean, nullable, object, picklist, pipe, regex, strictObject, string } from 'valibot'
import { STATUTORY_RULES } from '#core/council/charter'
import { UNIT_KINDS } from '#core/council/statute'
import { needed } from './ballot-shapes'
import { command, query } from './operation'
import { count, id, instant, nothing, words } from './shapes'

const rule = picklist(STATUTORY_RULES)
const read = object({ id })
/** The day of a text, as it stands in it. */
const day = pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** 法定规则: residents' and owners' votes, which the law gives to others than a council of heads. */
export const statutes = {
  'statutes.list': query({
    action: 'public.read',
    summary: '法定的表决规则：哪几样确认过，依据哪一条',
    input: nothing,
    output: object({
      items: array(
        object({
          rule,
          body: picklist(UNIT_KINDS),
          ofHundred: needed,
          confirmed: nullable(
            object({ version: count, source: string(), sourceDate: day, by: array(string()), at: instant }),
          ),
          waiting: nullable(
            object({ id, source: string(), sourceDate: day, by: string(), at: instant, mine: boolean() }),
          ),
        }),
      ),
    }),
  }),
  'statutes.read': command({
    action: 'statute.keep',
    summary: '写下法条依据，等另一位确认',
    input: strictObject({ rule, source: words(6, 300), sourceDate: day }),
    output: read,
  }),
  'statutes.confirm': command({
    action: 'statute.keep',
    summary: '另一位核对过法条，确认这条规则',
    input: strictObject({ id }),
    output: read,
  }),
}
