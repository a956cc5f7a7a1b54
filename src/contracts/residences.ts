import { array, boolean, nullable, object, optional, picklist, strictObject, string } from 'valibot'
import type { Action } from '#core/people/policy'
import { STEP_KINDS } from '#core/residences/machine'
import { ENDINGS, KINDS, STATES } from '#core/residences/residence'
import type { StepKind } from '#core/residences/steps'
import { command, query } from './operation'
import { count, cursor, id, instant, page, words } from './shapes'

const kind = picklist(KINDS)
const reason = words(2, 200)
const may = array(picklist(STEP_KINDS))
const made = object({ id })

const step = <Entries extends Parameters<typeof strictObject>[0]>(
  action: Action,
  summary: string,
  entries: Entries,
) => command({ action, summary, input: strictObject({ id, ...entries }), output: made })

/** One step on a home each; its name ends in the step of the core's table. */
export const residenceSteps = {
  'residences.confirm': step('residence.confirm', '是住这儿的', {}),
  'residences.refuse': step('residence.confirm', '不住这儿，说明理由', { reason }),
  'residences.withdraw': step('account.use', '撤回：不住这儿，点错了', {}),
  'residences.ask_renewal': step('account.use', '还住这儿，请再认一次', {}),
  'residences.renew': step('residence.confirm', '还住这儿，再认一年', {}),
  'residences.move_out': step('account.use', '我搬走了', {}),
  'residences.report': step('residence.confirm', '说他搬走了，本人会收到通知', { reason }),
} satisfies Record<`residences.${Exclude<StepKind, 'expire'>}`, unknown>

const home = object({
  id,
  buildingId: id,
  buildingLabel: string(),
  kind,
  floating: boolean(),
  since: instant,
  state: picklist(STATES),
  /** Somebody vouched for it, and that has not run out. */
  counts: boolean(),
  until: nullable(instant),
  renewal: boolean(),
  endedAt: nullable(instant),
  ending: nullable(picklist(ENDINGS)),
  /** Why somebody else ended it, in his words. */
  reason: string(),
  may,
})

export const residences = {
  ...residenceSteps,
  'residences.mine': query({
    action: 'account.use',
    summary: '我的住处：现在的、以前的、能做什么',
    input: strictObject({}),
    output: object({ home: nullable(home), before: array(home) }),
  }),
  'residences.claim': command({
    action: 'account.use',
    summary: '我住这里，请楼栋长或网格员认一下；搬了家就连旧的一起说',
    input: strictObject({
      buildingId: id,
      kind,
      floating: boolean(),
      since: instant,
      moving: optional(boolean(), false),
    }),
    output: made,
  }),
  'residences.list': query({
    action: 'residence.confirm',
    summary: '认住户：等我认的，和住在我这里的',
    input: strictObject({
      show: optional(picklist(['waiting', 'living']), 'waiting'),
      buildingId: optional(nullable(id), null),
      cursor: optional(cursor, null),
    }),
    output: object({
      ...page(
        array(
          object({
            id,
            name: string(),
            /** Masked: enough to recognise a neighbour. */
            phone: nullable(string()),
            kind,
            floating: boolean(),
            buildingId: id,
            buildingLabel: string(),
            since: instant,
            until: nullable(instant),
            renewal: boolean(),
            may,
          }),
        ),
      ),
      waiting: count,
    }),
  }),
}
