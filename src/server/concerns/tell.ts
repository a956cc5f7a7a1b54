import { ANSWER_WITHIN } from '#core/concerns/clocks'
import type { Concern } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import { isTold, type Notice } from '#core/concerns/notices'
import { ancestorAt, levelOf } from '#core/grids/grid'
import { putOut } from '../messages/outbox'
import type { Tx } from '../storage/database'
import type { Deed } from './save'

interface Telling {
  before: Concern | null
  after: Concern
  event: ConcernEvent | null
  notices: Notice[]
}

/** Puts the notices of one event into the inboxes: a person gets one message, the first that names him. */
export async function tell(tx: Tx, telling: Telling, deed: Deed): Promise<void> {
  const { after, notices } = telling
  const told = new Map<string, Notice>()
  for (const notice of notices) {
    const people = await peopleOf(tx, telling, notice, deed)
    for (const personId of people) {
      const isHisOwnDoing = personId === deed.personId && notice.to !== 'reporter'
      if (personId === after.aboutPersonId || isHisOwnDoing || told.has(personId)) continue
      told.set(personId, notice)
    }
  }
  if (told.size === 0) return

  const lines = [...told].map(([personId, notice]) => ({ id: deed.newId(), personId, notice }))
  await tx
    .insertInto('inbox_messages')
    .values(
      lines.map(({ id, personId, notice }) => ({
        street_id: after.streetId,
        id,
        person_id: personId,
        kind: notice.kind,
        concern_id: after.id,
        detail: JSON.stringify(detailOf(telling, notice)),
        at: deed.at,
        read_at: null,
      })),
    )
    .execute()
  const news = lines.map(({ id, personId, notice }) => ({ inboxId: id, personId, kind: notice.kind }))
  await putOut(tx, after, news, deed)
}

async function peopleOf(tx: Tx, { before, after }: Telling, { to }: Notice, { at }: Deed): Promise<string[]> {
  if (to === 'reporter') return after.helpedId ? [after.reporterId, after.helpedId] : [after.reporterId]
  if (to === 'owner') return after.ownerId === null ? [] : [after.ownerId]
  if (to === 'former_owner') return before?.ownerId ? [before.ownerId] : []
  if (to === 'followers') return followersOf(tx, after)

  const offices = await officesAround(tx, after, at)
  return offices
    .filter(({ personId, grant }) => isTold(grant, personId, after, to))
    .map(({ personId }) => personId)
}

/** Everybody who said "me too", and the reporters of what was merged into it. */
async function followersOf(tx: Tx, { streetId, id, reporterId, helpedId }: Concern): Promise<string[]> {
  const followers = await tx
    .selectFrom('endorsements')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('concern_id', '=', id)
    .where('person_id', 'not in', [reporterId, helpedId ?? reporterId])
    .orderBy('person_id')
    .execute()
  return followers.map(({ person_id }) => person_id)
}

/** Offices in force over the place: of its grids up to the street, and of its building. */
async function officesAround(tx: Tx, { streetId, gridPath, place }: Concern, at: number) {
  const paths = ([0, 1, 2, 3] as const)
    .filter((level) => level <= levelOf(gridPath))
    .map((level) => ancestorAt(gridPath, level))
  const rows = await tx
    .selectFrom('role_grants')
    .select(['person_id', 'role', 'grid_path', 'building_id', 'department_id'])
    .where('street_id', '=', streetId)
    .where('from_at', '<=', at)
    .where('to_at', '>', at)
    .where((is) =>
      is.or([
        is('building_id', '=', place.buildingId),
        is.and([is('building_id', 'is', null), is('grid_path', 'in', paths)]),
      ]),
    )
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    grant: {
      role: row.role,
      gridPath: row.grid_path,
      buildingId: row.building_id,
      departmentId: row.department_id,
    },
  }))
}

/** The few facts a message shows besides the matter's title. Words of the parties are not for followers. */
function detailOf({ after, event }: Telling, { to, kind }: Notice) {
  const note = to === 'followers' ? undefined : noteOf(event)
  return { level: after.level, until: untilOf(after, kind), ...(note && { note }) }
}

function noteOf(event: ConcernEvent | null): string | undefined {
  if (event?.kind === 'resolve') return event.outcome.note
  return event && 'note' in event ? event.note : undefined
}

/** The moment the reader has to know: until when he may answer, or until when it is promised. */
function untilOf(concern: Concern, kind: Notice['kind']): number | undefined {
  if (kind === 'contact_due' || kind === 'contact_half') return concern.contactDueAt
  if (concern.state === 'paused') return concern.pause.until
  if (concern.state === 'resolved' || concern.state === 'verified') return concern.outcome.at + ANSWER_WITHIN
  return concern.state === 'closed' ? undefined : concern.resolveDueAt
}
