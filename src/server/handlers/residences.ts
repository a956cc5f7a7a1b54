import type { OutputOf, ParsedOf } from '#contracts/operations'
import { claim } from '#core/residences/claim'
import { decide } from '#core/residences/machine'
import type { Residence } from '#core/residences/residence'
import type { Step } from '#core/residences/steps'
import { ok, type Result, refuse } from '#core/result'
import { findHouse } from '../buildings/house'
import type { Asking, HandlersOf } from '../operation'
import { ofHead } from '../residences/heads'
import { residentsOf } from '../residences/list'
import { myHomes } from '../residences/mine'
import { homeRows, residenceOf } from '../residences/rows'
import { saveResidence } from '../residences/save'
import { tellHead, tellResident } from '../residences/tell'

type StepName = `residences.${Exclude<Step['kind'], 'expire'>}`
type ResidenceOperation = StepName | 'residences.mine' | 'residences.list' | 'residences.claim'

export const residenceHandlers: HandlersOf<ResidenceOperation> = {
  'residences.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok(await myHomes(asking, personId)) : refuse('NOT_AUTHENTICATED')
  },
  'residences.list': (input, asking) => residentsOf(asking, input),
  'residences.claim': claimHome,
  'residences.confirm': ({ id }, asking) => step(asking, id, { kind: 'confirm' }),
  'residences.refuse': ({ id, reason }, asking) => step(asking, id, { kind: 'refuse', reason }),
  'residences.withdraw': ({ id }, asking) => step(asking, id, { kind: 'withdraw' }),
  'residences.ask_renewal': ({ id }, asking) => step(asking, id, { kind: 'ask_renewal' }),
  'residences.renew': ({ id }, asking) => step(asking, id, { kind: 'renew' }),
  'residences.move_out': ({ id }, asking) => step(asking, id, { kind: 'move_out' }),
  'residences.report': ({ id, reason }, asking) => step(asking, id, { kind: 'report', reason }),
}

async function step(asking: Asking, id: string, taken: Step): Promise<Result<OutputOf<StepName>>> {
  const { tx, actor, now, system } = asking
  const row = await homeRows(asking)
    .select(ofHead(now).as('ofHead'))
    .where('r.id', '=', id)
    // Two who answer at once take turns, and the second sees what the first has made of it.
    .forUpdate('r')
    .executeTakeFirst()
  if (!row) return refuse('NOT_FOUND')
  const decided = decide(residenceOf(row), taken, { actor, now, ofHead: row.ofHead })
  if (!decided.ok) return decided

  await saveResidence(tx, system, decided.value)
  await tellResident(tx, system, { residence: decided.value, label: row.label, kind: taken.kind, now })
  return ok({ id })
}

async function claimHome(
  { buildingId, moving, ...said }: ParsedOf<'residences.claim'>,
  asking: Asking,
): Promise<Result<OutputOf<'residences.claim'>>> {
  const { tx, actor, now, system } = asking
  const house = await findHouse(tx, { streetId: system.streetId, id: buildingId })
  if (!house) return refuse('NOT_FOUND')
  const home = { ...said, id: system.newId(), buildingId, gridPath: house.gridPath }
  const current = await currentHome(asking)
  const claimed = claim(home, { actor, now, current, moving })
  if (!claimed.ok) return claimed

  const { residence, left } = claimed.value
  if (left) await saveResidence(tx, system, left)
  if (!(await keepNew(asking, residence))) return refuse('HOME_ELSEWHERE')
  await tellHead(tx, system, { residence, label: house.label, now })
  return ok({ id: residence.id })
}

async function currentHome(asking: Asking): Promise<Residence | null> {
  const row = await homeRows(asking)
    .where('r.person_id', '=', asking.actor.personId ?? '')
    .where('r.to_at', 'is', null)
    .forUpdate('r')
    .executeTakeFirst()
  return row ? residenceOf(row) : null
}

/** False when another claim of this person came first: the database keeps one home a person. */
async function keepNew({ tx, now, system }: Asking, residence: Residence): Promise<boolean> {
  const taken = await tx
    .insertInto('residencies')
    .values({
      street_id: system.streetId,
      id: residence.id,
      person_id: residence.personId,
      building_id: residence.buildingId,
      kind: residence.kind,
      floating: residence.floating,
      from_at: residence.since,
      claimed_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'person_id']).where('to_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return Number(taken.numInsertedOrUpdatedRows) === 1
}
