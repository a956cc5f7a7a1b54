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
            object({
              id,
              version: count,
              source: string(),
              sourceDate: day,
              by: array(string()),
              at: instant,
            }),
          ),
          /** The last one that held, if it was switched off and no other has been confirmed since. */
          off: nullable(
            object({ version: count, source: string(), by: string(), at: instant, reason: string() }),
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
  'statutes.switchOff': command({
    action: 'statute.keep',
    summary: '停用一条确认过的规则，说明理由；要用得重新两人核对',
    input: strictObject({ id, reason: words(4, 300) }),
    output: read,
  }),
}
