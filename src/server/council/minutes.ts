import type { OutputOf } from '#contracts/operations'
import { allowedAtMeeting } from '#core/council/meeting/machine'
import type { Meeting } from '#core/council/meeting/meeting'
import { minutesSource } from '#core/council/meeting/minutes'
import { quorumFor, spokenOn } from '#core/council/meeting/room'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { findCouncil, standingIn } from './load'
import { findMeeting } from './meeting-load'
import { labelsOf } from './seats'
import { sha256 } from './sha256'

type View = OutputOf<'meetings.minutes'>
type Over = Extract<Meeting, { closedAt: number }>

const isOver = (meeting: Meeting): meeting is Over => 'closedAt' in meeting

/** Votes that were held at a meeting, oldest first. */
const votesOf = ({ tx, system }: Asking, meetingId: string) =>
  tx
    .selectFrom('polls')
    .select(['motion_id as motionId', 'tally', 'fingerprint'])
    .where('street_id', '=', system.streetId)
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'closed')
    .orderBy('opens_at')
    .execute()

/** What is signed under: the words, every figure of the meeting, and the records of its votes. */
export async function hashOfMinutes(asking: Asking, meeting: Meeting, text: string): Promise<string> {
  const votes = await votesOf(asking, meeting.id)
  return sha256(
    minutesSource(
      meeting,
      text,
      votes.map(({ fingerprint }) => fingerprint ?? ''),
    ),
  )
}

/** 会议记录, as anybody reads it; figures are there from the close on, words once the secretary has written them. */
export async function minutesOf(asking: Asking, id: string): Promise<Result<View>> {
  const { tx, system, now } = asking
  const kept = await findMeeting(tx, { streetId: system.streetId, id })
  const council = kept && (await findCouncil(tx, { streetId: system.streetId, id: kept.meeting.councilId }))
  if (!council) return refuse('NOT_FOUND')
  const { meeting } = kept
  if (!isOver(meeting)) return refuse('NOT_YET')
  const standing = await standingIn(asking, council)
  return ok({
    ...(await figuresOf(asking, meeting)),
    ...(await wordsOf(asking, meeting)),
    councilName: council.name,
    unitKind: council.unitKind,
    may: allowedAtMeeting({ ...standing, meeting, now }),
  })
}

async function figuresOf(asking: Asking, meeting: Over) {
  const { id, no, state, venue, startsAt, beganAt, closedAt, units, present, agenda } = meeting
  const rulings = await rulingsOf(asking, id)
  const spoke = meeting.speeches.map(({ unitId }) => unitId)
  const named = [...present.map(({ unitId }) => unitId), ...spoke, ...rulings.map(({ unitId }) => unitId)]
  const labels = await labelsOf(asking, named)
  const label = (unitId: string) => labels.get(unitId) ?? ''
  const votes = await votesOf(asking, id)
  return {
    ...{ id, no, state, venue, startsAt, beganAt, closedAt, units, quorum: quorumFor(meeting, units) },
    came: present.map(({ unitId, how }) => ({ label: label(unitId), how })),
    agenda: agenda.map((item) => ({
      ...item,
      spoken: spokenOn(meeting, item.place).map((one) => ({ ...one, label: label(one.unitId) })),
      vote: voteOn(votes, item.motionId),
    })),
    rulings: rulings.map(({ unitId, ...ruling }) => ({ ...ruling, label: label(unitId) })),
  }
}

function voteOn(votes: Awaited<ReturnType<typeof votesOf>>, motionId: string | null) {
  const vote = votes.find((one) => motionId !== null && one.motionId === motionId)
  return vote?.tally ? { units: vote.tally.units, fingerprint: vote.fingerprint ?? '' } : null
}

type Raised = { unitId: string; words: string }
type Ruled = { sustained: boolean; note: string }

/** 规则问题 and what was said to each: in the list of events every ruling follows its point. */
async function rulingsOf({ tx, system }: Asking, id: string): Promise<(Raised & Ruled)[]> {
  const rows = await tx
    .selectFrom('meeting_events')
    .select(['kind', 'detail'])
    .where('street_id', '=', system.streetId)
    .where('meeting_id', '=', id)
    .where('kind', 'in', ['point', 'rule_on'])
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ kind, detail }, at) => {
    const before = rows[at - 1]?.detail
    if (kind !== 'rule_on' || !before) return []
    // What the rules let through was written down word for word.
    return [{ ...(before as unknown as Raised), ...(detail as unknown as Ruled) }]
  })
}

async function wordsOf(asking: Asking, meeting: Over) {
  if (meeting.state === 'closed')
    return { text: null, hash: null, draftedBy: null, signatures: [], errata: [], publishedAt: null }
  const { text, hash, draftedBy, signatures } = meeting.minutes
  const names = await personNames(asking, [draftedBy, ...signatures.map(({ personId }) => personId)])
  const published = meeting.state === 'published'
  return {
    text,
    hash,
    draftedBy: names.get(draftedBy) ?? null,
    signatures: signatures.map(({ personId, as, at }) => ({ name: names.get(personId) ?? '', as, at })),
    errata: published ? meeting.errata.map(({ no, words, at }) => ({ no, words, at })) : [],
    publishedAt: published ? meeting.publishedAt : null,
  }
}
