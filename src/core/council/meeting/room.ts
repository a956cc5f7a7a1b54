import { mayCloseDebate, type Raised, speakingOrder } from '../floor'
import { least } from '../rule'
import type { Floor, Meeting, Presence, Speech } from './meeting'

/** What anybody can tell of the room as it is now. */

export const isHere = ({ leftAt }: Presence): boolean => leftAt === null

export const presentUnits = ({ present }: Pick<Meeting, 'present'>): string[] =>
  present.filter(isHere).map(({ unitId }) => unitId)

/** Buildings that must be in the room to decide anything. `units`: all there are. */
export const quorumFor = ({ order }: Pick<Meeting, 'order'>, units: number): number =>
  Math.max(1, least(order.quorum, units))

/** Enough are here to decide; talking needs no number. */
export const hasQuorum = (meeting: Meeting, units: number): boolean =>
  presentUnits(meeting).length >= quorumFor(meeting, units)

export const floorOf = (meeting: Meeting): Floor | null =>
  meeting.state === 'in_session' ? meeting.floor : null

/** Hands and speeches on the matter before the room. */
export const saidOn = ({ speeches }: Pick<Meeting, 'speeches'>, place: number): Speech[] =>
  speeches.filter((one) => one.place === place)

export const speakerNow = ({ speeches }: Pick<Meeting, 'speeches'>) =>
  speeches.find((one): one is Extract<Speech, { state: 'speaking' }> => one.state === 'speaking')

/** The queue as the rules order it: less heard first, sides in turn, then the earlier hand (议事规则第 2, 10 条). */
export function queueOf(meeting: Meeting): Raised[] {
  const floor = floorOf(meeting)
  if (!floor) return []
  const said = saidOn(meeting, floor.place)
  const here = presentUnits(meeting)
  const raised = said
    .filter(({ state, unitId }) => state === 'raised' && here.includes(unitId))
    .map(({ unitId, side, raisedAt }) => ({ unitId, side, at: raisedAt }))
  return speakingOrder(raised, heard(said), meeting.order)
}

/** Speeches that were begun, in the order in which they were: each counts, however short it was. */
export const heard = (said: readonly Speech[]): Speech[] =>
  said
    .filter((one) => 'beganAt' in one)
    .sort((one, other) => ('beganAt' in one && 'beganAt' in other ? one.beganAt - other.beganAt : 0))

export const timesHeard = (meeting: Meeting, { place, unitId }: Pick<Speech, 'place' | 'unitId'>): number =>
  heard(saidOn(meeting, place)).filter((one) => one.unitId === unitId).length

/** The debate is full: nobody wants to speak, or two thirds of those present have heard enough. */
export function isTalkedOut(meeting: Meeting): boolean {
  const floor = floorOf(meeting)
  if (!floor || speakerNow(meeting)) return false
  const here = presentUnits(meeting)
  const wanting = floor.wanting.filter((unitId) => here.includes(unitId)).length
  const room = { present: here.length, wanting, handsUp: queueOf(meeting).length }
  return floor.debate === 'closed' || mayCloseDebate(room, meeting.order.closeDebate)
}

/**
 * Seconds until somebody in the queue may expect the floor, if everybody before him uses all his time. `until`: when the
 * time of whoever speaks is over; `ahead`: hands before his.
 */
export const waitFor = (
  { until, ahead, seconds }: { until: number | null; ahead: number; seconds: number },
  now: number,
): number => (until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000))) + ahead * seconds

/** How long each spoke on a matter, in the order in which they did: what the minutes tell of it. */
export const spokenOn = (meeting: Pick<Meeting, 'speeches'>, place: number) =>
  heard(saidOn(meeting, place)).flatMap((one) =>
    one.state === 'ended'
      ? [{ unitId: one.unitId, side: one.side, seconds: Math.round((one.endedAt - one.beganAt) / 1000) }]
      : [],
  )
