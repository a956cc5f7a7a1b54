import { ANSWER_WITHIN } from '#core/concerns/clocks'
import type { Concern } from '#core/concerns/concern'
import type { ConcernEvent } from '#core/concerns/events'
import { isTold, type Notice } from '#core/concerns/notices'
import { digestOf } from '#core/messages/digest'
import { putIn } from '../messages/inbox-lines'
import { putOut } from '../messages/outbox'
import type { Tx } from '../storage/database'
import { officesAround } from './offices-around'
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

  const lines = [...told].sort(([one], [other]) => (one < other ? -1 : 1))
  const rows = lines.map(([personId, notice]) => rowOf(telling, { personId, notice, deed }))
  const ids = await putIn(tx, rows)
  await putOut(
    tx,
    after,
    lines.map(([personId, { kind }]) => ({ inboxId: ids.get(personId) ?? '', personId, kind })),
    deed,
  )
}

const rowOf = (
  telling: Telling,
  { personId, notice, deed }: { personId: string; notice: Notice; deed: Deed },
) => ({
  street_id: telling.after.streetId,
  id: deed.newId(),
  person_id: personId,
  kind: notice.kind,
  concern_id: telling.after.id,
  digest: digestOf(notice.kind, telling.after.severity, deed.at),
  detail: JSON.stringify(detailOf(telling, notice)),
  at: deed.at,
  read_at: null,
})

async function peopleOf(tx: Tx, { before, after }: Telling, { to }: Notice, { at }: Deed): Promise<string[]> {
  if (to === 'reporter') return after.helpedId ? [after.reporterId, after.helpedId] : [after.reporterId]
  if (to === 'owner') return after.ownerId === null ? [] : [after.ownerId]
  if (to === 'former_owner') return before?.ownerId ? [before.ownerId] : []
  if (to === 'followers') return followersOf(tx, after)

  const { streetId, gridPath, place } = after
  const offices = await officesAround(tx, { streetId, gridPath, buildingId: place.buildingId }, at)
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
