import { minLength, object, picklist, pipe, strictObject } from 'valibot'
import { CHOICES } from '#core/council/tally'
import { command } from './operation'
import { id } from './shapes'

export const opinions = {
  'opinions.say': command({
    action: 'opinion.say',
    summary: '居民意见征询：一位居民一个意见，租客一样，不计入议事会的票',
    input: strictObject({
      pollId: id,
      choice: picklist(CHOICES),
      /** Chance of the phone's: what is kept of a command tells nobody which of three opinions it held. */
      salt: pipe(id, minLength(16)),
    }),
    output: object({ id }),
  }),
}
