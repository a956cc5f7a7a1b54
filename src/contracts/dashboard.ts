import { array, nullable, object, picklist, strictObject, string } from 'valibot'
import { FIGURES, SHARES } from '#core/dashboard/figures'
import { query } from './operation'
import { count, gridPath } from './shapes'

/** `null` where too few are counted for the public to be told. */
const counted = { num: nullable(count), den: nullable(count) }

export const dashboard = {
  'dashboard.figure': query({
    action: 'public.read',
    summary: '六个起来：一个网格的一项数字，怎么数的、一年来怎么变的',
    input: strictObject({ gridPath, figure: picklist(FIGURES) }),
    output: object({
      shares: array(object({ share: picklist(SHARES), ...counted })),
      /** The first share, month by month, the oldest first; empty where the past was not kept. */
      trend: array(object({ month: string(), ...counted })),
      counts: array(object({ key: string(), n: count })),
    }),
  }),
}
