import type { Context, JointEventKind, JointMatter } from '#core/joint/matter'
import { PARTIES } from '#core/joint/matter'
import { reminderAfter } from '#core/joint/reminders'
import { ok, type Result, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { speakersOf } from './speakers'

export interface KeptMatter {
  matter: JointMatter
  version: number
}

/** One matter, kept waiting for every other step on it until this transaction ends. */
export async function findMatterForStep({ tx, system }: Asking, id: string): Promise<KeptMatter | undefined> {
  const row = await tx
    .selectFrom('joint_matters')
    .select(['body', 'version'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { matter: row.body, version: row.version }
}

export async function contextOf(asking: Asking, estateId: string): Promise<Context> {
  const { tx, actor, now, system } = asking
  const houses = actor.grants.flatMap(({ role, buildingId }) =>
    role === 'head' && buildingId ? [buildingId] : [],
  )
  if (houses.length === 0) return { actor, now, headsHere: false }
  const here = await tx
    .selectFrom('buildings')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('estate_id', '=', estateId)
    .where('id', 'in', houses)
    .executeTakeFirst()
  return { actor, now, headsHere: here !== undefined }
}

interface Line {
  kind: JointEventKind
  detail: object
}

export async function saveNewMatter(asking: Asking, matter: JointMatter): Promise<void> {
  await asking.tx
    .insertInto('joint_matters')
    .values({
      street_id: matter.streetId,
      id: matter.id,
      version: 1,
      body: matter,
      next_at: reminderAfter(matter, asking.now)?.at ?? null,
    })
    .execute()
  await append(asking, matter, { seq: 1, kind: 'open', detail: {} })
}

/** Keeps one step; every version is one line of the story. */
export async function saveMatter(
  asking: Asking,
  { version, after, line }: { version: number; after: JointMatter; line: Line },
): Promise<Result<number>> {
  const updated = await asking.tx
    .updateTable('joint_matters')
    .set({ version: version + 1, body: after, ...(after.state !== 'open' && { next_at: null }) })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) return refuse('VERSION_CONFLICT')
  await append(asking, after, { ...line, seq: version + 1 })
  return ok(version + 1)
}

async function append(
  { tx, actor, now }: Asking,
  { streetId, id }: JointMatter,
  { seq, kind, detail }: Line & { seq: number },
): Promise<void> {
  await tx
    .insertInto('joint_events')
    .values({
      street_id: streetId,
      matter_id: id,
      seq,
      kind,
      at: now,
      actor_id: actor.personId ?? '',
      detail: JSON.stringify(detail),
    })
    .execute()
}

const NEWS = {
  open: 'joint_opened',
  return: 'joint_returned',
  close: 'joint_closed',
  cancel: 'joint_cancelled',
}

/** Everybody who may sign, and who opened it; whoever did it knows already. */
export async function tellParties(
  asking: Asking,
  matter: JointMatter,
  { news, note }: { news: keyof typeof NEWS; note?: string },
): Promise<void> {
  const { tx, actor, now, system } = asking
  const speakers = await speakersOf(tx, { matter, parties: PARTIES, now })
  const personIds = new Set([...speakers, matter.openedBy])
  personIds.delete(actor.personId ?? '')
  await tellPeople(tx, system, {
    personIds: [...personIds],
    kind: NEWS[news],
    title: matter.subject,
    ...(note && { note }),
    about: { kind: 'matter', id: matter.id },
    now,
  })
}
