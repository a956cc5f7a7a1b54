import type { AgendaItem, Meeting, Presence, Speech } from '#core/council/meeting/meeting'
import type { Tx } from '../storage/database'

/** A meeting as it is kept, with the version it has now. */
export interface KeptMeeting {
  meeting: Meeting
  version: number
}

interface Asked {
  streetId: string
  id: string
}

/** Reads one meeting and keeps every other act at it waiting until this transaction ends. */
export const findMeetingForStep = async (tx: Tx, asked: Asked): Promise<KeptMeeting | undefined> =>
  whole(tx, asked, await meetingRow(tx, asked).forUpdate().executeTakeFirst())

export const findMeeting = async (tx: Tx, asked: Asked): Promise<KeptMeeting | undefined> =>
  whole(tx, asked, await meetingRow(tx, asked).executeTakeFirst())

const meetingRow = (tx: Tx, { streetId, id }: Asked) =>
  tx.selectFrom('meetings').select(['body', 'version']).where('street_id', '=', streetId).where('id', '=', id)

type Row = Awaited<ReturnType<ReturnType<typeof meetingRow>['executeTakeFirst']>>

async function whole(tx: Tx, asked: Asked, row: Row): Promise<KeptMeeting | undefined> {
  if (!row) return undefined
  const lists = {
    agenda: await agendaOf(tx, asked),
    present: await presentAt(tx, asked),
    speeches: await speechesAt(tx, asked),
  }
  return { meeting: { ...row.body, ...lists }, version: row.version }
}

const agendaOf = (tx: Tx, { streetId, id }: Asked): Promise<AgendaItem[]> =>
  tx
    .selectFrom('meeting_items')
    .select(['place', 'title', 'motion_id as motionId', 'state', 'outcome'])
    .where('street_id', '=', streetId)
    .where('meeting_id', '=', id)
    .orderBy('place')
    .execute()

const presentAt = (tx: Tx, { streetId, id }: Asked): Promise<Presence[]> =>
  tx
    .selectFrom('meeting_signins')
    .select(['unit_id as unitId', 'person_id as personId', 'how', 'at', 'left_at as leftAt'])
    .where('street_id', '=', streetId)
    .where('meeting_id', '=', id)
    .orderBy('at')
    .orderBy('unit_id')
    .execute()

async function speechesAt(tx: Tx, { streetId, id }: Asked): Promise<Speech[]> {
  const rows = await tx
    .selectFrom('meeting_speeches')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('meeting_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(speechIn)
}

type SpeechRow = {
  seq: number
  place: number
  unit_id: string
  person_id: string
  side: 'for' | 'against'
  raised_at: number
  state: Speech['state']
  began_at: number | null
  until: number | null
  warned: boolean | null
  ended_at: number | null
}

function speechIn({ seq, place, unit_id, person_id, side, raised_at, ...row }: SpeechRow): Speech {
  const hand = { seq, place, unitId: unit_id, personId: person_id, side, raisedAt: raised_at }
  const { state, began_at: beganAt, until, warned, ended_at: endedAt } = row
  if (state === 'raised' || state === 'taken_back') return { ...hand, state }
  if (state === 'speaking' && beganAt !== null && until !== null && warned !== null)
    return { ...hand, state, beganAt, until, warned }
  if (state === 'ended' && beganAt !== null && endedAt !== null) return { ...hand, state, beganAt, endedAt }
  throw new Error(`a speech that is ${state} without its times`)
}
