import type { OutputOf } from '#contracts/operations'
import { signInFrom } from '#core/council/meeting/convening'
import { allowedAtMeeting } from '#core/council/meeting/machine'
import type { Meeting } from '#core/council/meeting/meeting'
import {
  floorOf,
  isHere,
  presentUnits,
  queueOf,
  quorumFor,
  speakerNow,
  timesHeard,
} from '#core/council/meeting/room'
import { choiceBy } from '#core/council/paper'
import { least } from '#core/council/rule'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { openBallot } from './box'
import { findCouncil, standingIn } from './load'
import { findMeeting } from './meeting-load'
import { markOf, pulseOf } from './meeting-pulse'
import { labelsOf } from './seats'
import { takingPart } from './turnout'

type Live = OutputOf<'meetings.live'>
type Room = NonNullable<Live['room']>

/**
 * The room, if it is another than `since` says. What changes without anybody acting (a speech's time, the close of a
 * vote) is part of the mark, so that the buttons of every phone change with it.
 */
export async function liveRoom(asking: Asking, id: string, since: string | undefined): Promise<Result<Live>> {
  const { now } = asking
  const pulse = await pulseOf(asking, id)
  if (!pulse) return refuse('NOT_FOUND')
  const mark = markOf(pulse, now)
  return ok({ mark, now, room: mark === since ? null : await roomOf(asking, id) })
}

async function roomOf(asking: Asking, id: string): Promise<Room> {
  const { tx, system, now } = asking
  const kept = await findMeeting(tx, { streetId: system.streetId, id })
  const council = kept && (await findCouncil(tx, { streetId: system.streetId, id: kept.meeting.councilId }))
  if (!council) throw new Error('a meeting of no council')
  const { meeting, version } = kept
  const standing = await standingIn(asking, council)
  const units = 'units' in meeting ? meeting.units : standing.council.units
  const presidingId = 'presidingId' in meeting ? meeting.presidingId : council.chairId
  const names = await personNames(asking, [presidingId])
  const labels = await labelsOf(asking, unitsNamed(meeting, standing.standsFor))
  const view = { meeting, labels: (unitId: string) => labels.get(unitId) ?? '', now }
  return {
    ...{ version, no: meeting.no, state: meeting.state, units },
    ...{ councilId: council.id, councilName: council.name, unitKind: council.unitKind },
    ...{ startsAt: meeting.startsAt, signInFrom: signInFrom(meeting) },
    ...{ venue: meeting.venue, online: meeting.online },
    note: meeting.state === 'cancelled' ? meeting.note : '',
    quorum: quorumFor(meeting, units),
    present: presentUnits(meeting).length,
    presiding: presidingId ? (names.get(presidingId) ?? null) : null,
    agenda: meeting.agenda,
    secondsEach: meeting.order.seconds,
    floor: await floorView(asking, view),
    ...rulesView(view),
    mine: await mineIn(asking, view, standing.standsFor),
    may: allowedAtMeeting({ ...standing, meeting, now }),
  }
}

interface Viewed {
  meeting: Meeting
  labels: (unitId: string) => string
  now: number
}

function unitsNamed(meeting: Meeting, own: readonly string[]): string[] {
  const speaker = speakerNow(meeting)
  const session = meeting.state === 'in_session' ? meeting : null
  const rules = [session?.point, session?.ruling, session?.appeal].flatMap((one) => (one ? [one.unitId] : []))
  const queue = queueOf(meeting).map(({ unitId }) => unitId)
  return [...own, ...queue, ...rules, ...(speaker ? [speaker.unitId] : [])]
}

async function floorView(asking: Asking, { meeting, labels }: Viewed): Promise<Room['floor']> {
  const floor = floorOf(meeting)
  if (!floor) return null
  const here = presentUnits(meeting)
  const speaker = speakerNow(meeting)
  const { place, debate, wanting, pollId } = floor
  return {
    place,
    debate,
    wanting: wanting.filter((unitId) => here.includes(unitId)).length,
    wantNeeded: least(meeting.order.closeDebate, here.length),
    speaker: speaker
      ? {
          unitId: speaker.unitId,
          label: labels(speaker.unitId),
          side: speaker.side,
          until: speaker.until,
          warned: speaker.warned,
        }
      : null,
    queue: queueOf(meeting).map(({ unitId, side }) => ({
      unitId,
      label: labels(unitId),
      side,
      times: timesHeard(meeting, { place, unitId }),
    })),
    vote: pollId === null ? null : await voteOf(asking, pollId),
  }
}

type Vote = NonNullable<Room['floor']>['vote']

async function voteOf({ tx, system }: Asking, pollId: string): Promise<Vote> {
  const { tally, ...poll } = await tx
    .selectFrom('polls as p')
    .select(['p.id as pollId', 'p.closes_at as closesAt', 'p.state', 'p.tally', takingPart.as('takingPart')])
    .where('p.street_id', '=', system.streetId)
    .where('p.id', '=', pollId)
    .executeTakeFirstOrThrow()
  return { ...poll, tally: tally && { units: tally.units, outcome: tally.outcome } }
}

/** Points of order, and what was said to the last one. */
function rulesView({ meeting, labels }: Viewed): Pick<Room, 'point' | 'ruling' | 'appeal'> {
  if (meeting.state !== 'in_session') return { point: null, ruling: null, appeal: null }
  const { point, ruling, appeal, order } = meeting
  return {
    point: point && { label: labels(point.unitId), words: point.words, at: point.at },
    ruling: ruling && {
      label: labels(ruling.unitId),
      words: ruling.words,
      sustained: ruling.sustained,
      note: ruling.note,
      appeal: ruling.appeal,
    },
    appeal: appeal && {
      label: labels(appeal.unitId),
      upholding: appeal.upholding.length,
      against: appeal.against.length,
      until: appeal.at + order.appealSeconds * 1_000,
    },
  }
}

async function mineIn(
  asking: Asking,
  { meeting, labels }: Viewed,
  units: readonly string[],
): Promise<Room['mine']> {
  const floor = floorOf(meeting)
  const appeal = meeting.state === 'in_session' ? meeting.appeal : null
  const choices = await choicesOf(asking, floor?.pollId ?? null, units)
  return units.map((unitId) => {
    const known = meeting.present.find((one) => one.unitId === unitId)
    const heard = floor ? timesHeard(meeting, { place: floor.place, unitId }) : 0
    const open = meeting.speeches.find(
      (one) => one.unitId === unitId && (one.state === 'raised' || one.state === 'speaking'),
    )
    return {
      unitId,
      label: labels(unitId),
      signedAt: known?.at ?? null,
      here: known !== undefined && isHere(known),
      hand: open?.state === 'raised' || open?.state === 'speaking' ? open.state : 'none',
      speechesLeft: Math.max(0, meeting.order.speechesPerUnit - heard),
      wanted: floor?.wanting.includes(unitId) ?? false,
      saidOnAppeal: appeal ? [...appeal.upholding, ...appeal.against].includes(unitId) : false,
      choice: choices.get(unitId) ?? null,
    }
  })
}

/** A hand that is up is read back to the building whose it is, to nobody else. */
async function choicesOf({ tx, system }: Asking, pollId: string | null, units: readonly string[]) {
  if (pollId === null || units.length === 0) return new Map<string, never>()
  const rows = await tx
    .selectFrom('ballots')
    .select(['unit_id', 'sealed'])
    .where('street_id', '=', system.streetId)
    .where('poll_id', '=', pollId)
    .where('unit_id', 'in', units)
    .execute()
  return new Map(
    rows.map(({ unit_id, sealed }) => [
      unit_id,
      choiceBy(openBallot(system.vault, { pollId, unitId: unit_id }, sealed).marks),
    ]),
  )
}
