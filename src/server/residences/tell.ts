import type { Residence } from '#core/residences/residence'
import type { StepKind } from '#core/residences/steps'
import { headOf } from '../concerns/heads'
import { tellPeople } from '../heads/tell'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

type Keeping = Pick<System, 'streetId' | 'newId'>

interface Happened {
  residence: Residence
  label: string
  kind: StepKind
  now: number
}

/** What the one who lives there is told; what he did himself he knows. */
const NEWS: Partial<Record<StepKind, string>> = {
  confirm: 'home_confirmed',
  refuse: 'home_denied',
  renew: 'home_renewed',
  report: 'home_reported',
  expire: 'home_lapsed',
}

export async function tellResident(
  tx: Tx,
  keeping: Keeping,
  { residence, label, kind, now }: Happened,
): Promise<void> {
  const news = NEWS[kind]
  if (!news) return
  const note = residence.state === 'ended' ? residence.reason : ''
  await tellPeople(tx, keeping, { personIds: [residence.personId], kind: news, title: label, note, now })
}

/** Somebody waits to be vouched for: the head of the house hears of it, unless it is himself. */
export async function tellHead(
  tx: Tx,
  keeping: Keeping,
  { residence, label, now }: Omit<Happened, 'kind'>,
): Promise<void> {
  const head = await headOf(tx, keeping.streetId, { buildingId: residence.buildingId, now })
  if (head === null || head === residence.personId) return
  await tellPeople(tx, keeping, { personIds: [head], kind: 'home_claimed', title: label, now })
}
