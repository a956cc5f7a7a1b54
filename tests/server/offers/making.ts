import type { InputOf, OutputOf } from '../../../src/contracts/operations'
import { dayOf } from '../../../src/core/concerns/calendar'
import { answerOf, GRID, type Street, type Who } from '../concerns/small-street'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

type Written = InputOf<'offers.write'>

/** Every Wednesday from nine to ten, two places. The small street begins on a Monday at nine. */
export const haircuts = (now: number, part: Partial<Written> = {}): Written => ({
  gridPath: GRID,
  title: '义务理发',
  detail: '给行动不便的长者优先。',
  kind: 'haircut',
  who: '陈师傅',
  place: '党群服务站',
  weekly: [{ weekday: 3, from: 540, to: 600, capacity: 2 }],
  walkIn: false,
  fromDay: dayOf(now),
  toDay: dayOf(now) + 60,
  providerId: 'p.volunteer',
  ...part,
})

export const offered = async (street: Street, part: Partial<Written> = {}) =>
  answerOf(await street.ask('captain', 'offers.write', haircuts(street.time.now, part)))

type Corrected = InputOf<'offers.change'>

/** The same haircuts with something put right, and nothing that was booked given up. */
export function corrected(
  { time }: Street,
  part: Partial<Corrected> & Pick<Corrected, 'id' | 'version'>,
): Corrected {
  const { title, detail, kind, who, place, weekly, toDay } = haircuts(time.now)
  return { title, detail, kind, who, place, weekly, toDay, note: null, ...part }
}

export const changed = async (street: Street, part: Parameters<typeof corrected>[1]) =>
  answerOf(await street.ask('captain', 'offers.change', corrected(street, part)))

export const offerOf = async (
  street: Street,
  id: string,
  who: Who = 'guest',
): Promise<OutputOf<'offers.get'>> => answerOf(await street.ask(who, 'offers.get', { id }))

/** The first sitting that lies ahead. */
export async function firstSitting(street: Street, id: string): Promise<number> {
  const [sitting] = (await offerOf(street, id)).sittings
  if (!sitting) throw new Error('no sitting ahead')
  return sitting.startsAt
}
