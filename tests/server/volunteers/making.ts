import type { InputOf, OutputOf } from '../../../src/contracts/operations'
import { answerOf, GRID, type Street, type Who } from '../concerns/small-street'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

type Draft = InputOf<'tasks.draft'>

export const wordsOf = (part: Partial<Draft['words']> = {}): Draft['words'] => ({
  title: '打扫布置活动室',
  detail: '擦窗、扫地、摆桌椅。',
  kind: 'clean',
  risk: 'low',
  riskNote: '',
  insurance: '',
  training: '',
  minAge: 14,
  place: '1栋旁空房',
  point: { latE6: 23_170_000, lngE6: 114_420_000 },
  skills: [],
  ...part,
})

/** In three days, two hours, two places. */
export const planOf = (
  now: number,
  part: Partial<Draft['shifts'][number]> = {},
): Draft['shifts'][number] => ({
  label: '',
  startsAt: now + 3 * DAY,
  endsAt: now + 3 * DAY + 2 * HOUR,
  capacity: 2,
  minimum: 0,
  ...part,
})

export const draftOf = (now: number, part: Partial<Draft> = {}): Draft => ({
  gridPath: GRID,
  words: wordsOf(),
  leaderId: null,
  source: { kind: 'plan' },
  repeats: null,
  shifts: [planOf(now)],
  ...part,
})

export interface Published {
  id: string
  version: number
  /** Ids of its shifts, earliest first. */
  shifts: string[]
}

/** Written and published by the captain, who leads it unless another is named. */
export async function published(street: Street, part: Partial<Draft> = {}): Promise<Published> {
  const draft = answerOf(await street.ask('captain', 'tasks.draft', draftOf(street.time.now, part)))
  const { version } = answerOf(await street.ask('captain', 'tasks.publish', draft))
  const { shifts } = await taskOf(street, draft.id, 'captain')
  return { id: draft.id, version, shifts: shifts.map(({ id }) => id) }
}

export const taskOf = async (
  street: Street,
  id: string,
  who: Who = 'guest',
): Promise<OutputOf<'tasks.get'>> => answerOf(await street.ask(who, 'tasks.get', { id }))

export const join = async (street: Street, who: Who, shiftId = ''): Promise<OutputOf<'signups.join'>> =>
  answerOf(await street.ask(who, 'signups.join', { shiftId }))

/** The kinds of news in somebody's inbox, newest first. */
export const newsOf = async (street: Street, who: Who): Promise<string[]> =>
  answerOf(await street.ask(who, 'inbox.list', {})).items.map(({ kind }) => kind)
