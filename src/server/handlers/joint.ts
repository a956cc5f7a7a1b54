import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import {
  decideJoint,
  type JointEvent,
  type JointMatter,
  openMatter,
  PARTIES,
  partiesOf,
} from '#core/joint/matter'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { contextOf, findMatterForStep, saveMatter, saveNewMatter, tellParties } from '../joint/matters'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { chainOf } from '../queries/grids'
import { personNames } from '../queries/names'
import { under } from '../queries/under'

type JointOperation =
  | 'joint.list'
  | 'joint.get'
  | 'joint.open'
  | 'joint.sign'
  | 'joint.return'
  | 'joint.cancel'
  | 'joint.committee'

export const jointHandlers: HandlersOf<JointOperation> = {
  'joint.list': async ({ gridPath, show, cursor }, asking) => {
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = rows(asking)
      .where(under('m.grid_path', gridPath))
      .where('m.state', show === 'open' ? '=' : '<>', 'open')
      .orderBy('m.opened_at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<boolean>`(m.opened_at, m.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ opened_at, id }) => ({ at: opened_at, id }))
    return ok({
      items: page.rows.map(({ body, estateName }) => shownOf(body, estateName, asking.now)),
      cursor: page.cursor,
    })
  },

  'joint.get': async ({ id }, asking) => {
    const row = await rows(asking).where('m.id', '=', id).executeTakeFirst()
    return row ? ok(await wholeOf(asking, row)) : refuse('NOT_FOUND')
  },

  'joint.open': async ({ estateId, ...given }, asking) => {
    const { system } = asking
    const estate = await estateOf(asking, estateId)
    if (!estate) return refuse('NOT_FOUND')
    const owners = estate.owners_committee ? 'owners_committee' : 'council'
    const known = {
      id: system.newId(),
      streetId: system.streetId,
      estateId,
      gridPath: estate.grid_path,
      owners,
    } as const
    const opened = openMatter({ ...known, ...given }, await contextOf(asking, estateId))
    if (!opened.ok) return opened
    await saveNewMatter(asking, opened.value)
    await tellParties(asking, opened.value, { news: 'open' })
    return ok({ id: known.id, version: 1 })
  },

  'joint.sign': ({ id, version, ...said }, asking) =>
    takeStep({ id, version, event: { kind: 'sign', ...said } }, asking),

  'joint.return': ({ id, version, ...said }, asking) =>
    takeStep({ id, version, event: { kind: 'return', ...said } }, asking),

  'joint.cancel': ({ id, version, ...said }, asking) =>
    takeStep({ id, version, event: { kind: 'cancel', ...said } }, asking),

  'joint.committee': async ({ estateId, exists }, asking) => {
    const { tx, actor, system } = asking
    const estate = await estateOf(asking, estateId)
    if (!estate) return refuse('NOT_FOUND')
    if (!mayAt(actor, 'joint.open', { gridPath: estate.grid_path, buildingId: null }))
      return refuse('FORBIDDEN')
    await tx
      .updateTable('estates')
      .set({ owners_committee: exists })
      .where('street_id', '=', system.streetId)
      .where('id', '=', estateId)
      .execute()
    return ok({ done: true })
  },
}

const estateOf = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('estates')
    .select(['grid_path', 'owners_committee'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()

interface Step {
  id: string
  version: number
  event: JointEvent
}

async function takeStep(
  { id, version, event }: Step,
  asking: Asking,
): Promise<Result<OutputOf<'joint.sign'>>> {
  const kept = await findMatterForStep(asking, id)
  if (!kept) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const decided = decideJoint(kept.matter, event, await contextOf(asking, kept.matter.estateId))
  if (!decided.ok) return decided

  const { kind, ...detail } = event
  const saved = await saveMatter(asking, { version, after: decided.value, line: { kind, detail } })
  if (!saved.ok) return saved
  await tellAfter(asking, decided.value, event)
  return ok({ id, version: saved.value })
}

async function tellAfter(asking: Asking, after: JointMatter, event: JointEvent): Promise<void> {
  if (event.kind !== 'sign') return tellParties(asking, after, { news: event.kind, note: event.reason })
  if (after.state === 'closed') await tellParties(asking, after, { news: 'close' })
}

const rows = ({ tx, system }: Asking) =>
  tx
    .selectFrom('joint_matters as m')
    .innerJoin('estates as e', (on) =>
      on.onRef('e.street_id', '=', 'm.street_id').onRef('e.id', '=', 'm.estate_id'),
    )
    .select(['m.id', 'm.body', 'm.version', 'm.opened_at', 'e.name as estateName'])
    .where('m.street_id', '=', system.streetId)

type Shown = OutputOf<'joint.list'>['items'][number]

const shownOf = (matter: JointMatter, estateName: string, now: number): Shown => ({
  id: matter.id,
  estateName,
  subject: matter.subject,
  owners: matter.owners,
  state: matter.state,
  openedAt: matter.openedAt,
  dueAt: matter.dueAt,
  closedAt: matter.closedAt,
  overdue: matter.state === 'open' && matter.dueAt < now,
  signed: PARTIES.filter((party) => matter.signOffs[party]),
})

interface Row {
  body: JointMatter
  version: number
  estateName: string
}

async function wholeOf(asking: Asking, { body, version, estateName }: Row): Promise<OutputOf<'joint.get'>> {
  const context = await contextOf(asking, body.estateId)
  const events = await eventsOf(asking, body)
  const signers = PARTIES.map((party) => body.signOffs[party]?.by)
  const names = await personNames(asking, [...events.map(({ actor_id }) => actor_id), ...signers])
  const name = (id: string): string => names.get(id) ?? ''
  return {
    ...shownOf(body, estateName, asking.now),
    version,
    gridName: (await chainOf(asking, body.gridPath)).at(-1)?.name ?? '',
    parties: PARTIES.map((party) => {
      const signed = body.signOffs[party]
      return {
        party,
        duty: body.duties[party],
        signed: signed ? { name: name(signed.by), at: signed.at, note: signed.note } : null,
      }
    }),
    timeline: events.map(({ seq, kind, at, actor_id, detail }) => ({
      seq,
      kind: kind as ParsedKind,
      at,
      by: name(actor_id),
      party: (detail.party as JointPart | undefined) ?? null,
      words: String(detail.reason ?? detail.note ?? ''),
    })),
    mayFor: partiesOf(body, context).filter((party) => !body.signOffs[party]),
    mayCancel:
      body.state === 'open' &&
      mayAt(asking.actor, 'joint.open', { gridPath: body.gridPath, buildingId: null }) !== null,
  }
}

// A line was written from a checked event: it is read back as what it was.
type ParsedKind = OutputOf<'joint.get'>['timeline'][number]['kind']
type JointPart = ParsedOf<'joint.sign'>['party']

const eventsOf = ({ tx }: Asking, { streetId, id }: JointMatter) =>
  tx
    .selectFrom('joint_events')
    .select(['seq', 'kind', 'at', 'actor_id', 'detail'])
    .where('street_id', '=', streetId)
    .where('matter_id', '=', id)
    .orderBy('seq')
    .execute()
