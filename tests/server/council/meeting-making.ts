import type { InputOf, OutputOf } from '../../../src/contracts/operations'
import { answerOf, type Street, type Who } from '../concerns/small-street'
import { announced, appoint, COUNCIL, DAY } from './making'

export const HOUR = 3_600_000

/** The chair of the small street heads 5栋, too, so that he can sign in. */
export async function chairHasHouse(street: Street): Promise<void> {
  await appoint(street.store.db, 'volunteer', 'JX-005')
}

/** Planned with one motion that was announced, and notified: it begins in four days. */
export async function notified(street: Street): Promise<{ id: string; motionId: string; startsAt: number }> {
  const motion = await announced(street)
  const startsAt = street.time.now + 4 * DAY
  const agenda = [
    { title: '1栋旁留一条坡道', motionId: motion.id },
    { title: '通报路灯', motionId: null },
  ]
  const plan = { councilId: COUNCIL, startsAt, venue: '老年活动室', online: true, agenda }
  const { id, version } = answerOf(await street.ask('secretary', 'meetings.plan', plan))
  answerOf(await street.ask('secretary', 'meetings.notify', { id, version }))
  return { id, motionId: motion.id, startsAt }
}

export const codeOf = async (street: Street, id: string): Promise<string> =>
  answerOf(await street.ask('secretary', 'meetings.code', { id })).digits

export const signIn = (street: Street, who: Who, id: string, unitId: string, code: string | null) =>
  street.ask(who, 'meetings.sign_in', { id, unitId, code })

export const EVERYBODY_THERE = [
  ['head', 'JX-001'],
  ['neighbour', 'JX-002'],
  ['follower', 'JX-004'],
  ['volunteer', 'JX-005'],
] as const

/** Four of five houses are in the room, and the motion is before it. */
export async function inRoom(street: Street): Promise<{ id: string; motionId: string }> {
  const { id, motionId, startsAt } = await notified(street)
  street.time.now = startsAt
  const code = await codeOf(street, id)
  for (const [who, house] of EVERYBODY_THERE) answerOf(await signIn(street, who, id, house, code))
  await leads(street, 'begin', { id })
  await leads(street, 'bring', { id, place: 1 })
  return { id, motionId }
}

type Step = Extract<keyof Inputs, string>
type Inputs = {
  [Name in import('../../../src/contracts/operations').OperationName as Name extends `meetings.${infer Kind}`
    ? Kind
    : never]: InputOf<Name>
}

/** What the chair does; a refusal is a failed test. */
export async function leads<Kind extends Step>(
  street: Street,
  kind: Kind,
  input: Inputs[Kind],
): Promise<void> {
  answerOf(await street.ask('volunteer', `meetings.${kind}`, input as never))
}

export const roomOf = async (
  street: Street,
  id: string,
  who: Who = 'guest',
): Promise<NonNullable<OutputOf<'meetings.live'>['room']>> => {
  const { room } = answerOf(await street.ask(who, 'meetings.live', { id }))
  if (!room) throw new Error('no room')
  return room
}
