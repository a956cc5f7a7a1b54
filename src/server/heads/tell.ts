import type { About } from '#contracts/inbox'
import type { Appointment } from '#core/heads/appointment'
import type { StepKind } from '#core/heads/steps'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'

type Keeping = Pick<System, 'streetId' | 'newId'>

export interface News {
  personIds: string[]
  kind: string
  /** What it is about, in the words of the place; and what else is said. */
  title: string
  note?: string
  /** Where it leads. */
  about?: About
  /** The day it is about, for news that tells of one. */
  until?: number
  /** The council's matter it leads to. */
  motionId?: string
  now: number
}

/** One message each into the inbox, for what is not a concern. */
export async function tellPeople(tx: Tx, system: Keeping, news: News): Promise<void> {
  await tellEach(tx, system, news)
}

/** The same; answers which message is whose. */
export async function tellEach(
  tx: Tx,
  { streetId, newId }: Keeping,
  { personIds, kind, title, note, about, motionId, until, now }: News,
): Promise<{ inboxId: string; personId: string }[]> {
  const told = personIds.map((personId) => ({ inboxId: newId(), personId }))
  if (told.length === 0) return told
  const detail = {
    title,
    ...(note && { note }),
    ...(about && { about }),
    ...(until !== undefined && { until }),
  }
  const said = { kind, concern_id: null, motion_id: motionId ?? null, digest: null, detail, at: now }
  // All heads of a street at once are more than one statement has parameters for.
  await insertAll(
    tx,
    'inbox_messages',
    told.map(({ inboxId, personId }) => ({
      street_id: streetId,
      id: inboxId,
      person_id: personId,
      ...said,
      read_at: null,
    })),
  )
  return told
}

type Told = 'nominate' | StepKind

/** Steps the person himself is told of; what neighbours say about him he reads on the page of his appointment. */
const NEWS: Partial<Record<Told, string>> = {
  nominate: 'head_proposed',
  decline: 'head_declined',
  confirm: 'head_confirmed',
  begin: 'head_begun',
  revoke: 'head_revoked',
  expire: 'head_over',
  succeed: 'head_over',
  answer_removal: 'removal_answered',
}

export async function tellOf(
  tx: Tx,
  system: Keeping,
  { appointment, kind, now }: { appointment: Appointment; kind: Told; now: number },
): Promise<void> {
  const news = NEWS[kind]
  if (!news) return
  const title = await labelOf(tx, appointment)
  await tellPeople(tx, system, { personIds: [appointment.personId], kind: news, title, now })
}

/** 23栋. */
export async function labelOf(
  tx: Tx,
  { streetId, buildingId }: Pick<Appointment, 'streetId' | 'buildingId'>,
): Promise<string> {
  const { label } = await tx
    .selectFrom('buildings')
    .select('label')
    .where('street_id', '=', streetId)
    .where('id', '=', buildingId)
    .executeTakeFirstOrThrow()
  return label
}
