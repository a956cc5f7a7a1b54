import type { SignUp, SignUpStatus } from '../../../src/core/volunteers/sign-up'
import type { Shift, Task, TaskWords } from '../../../src/core/volunteers/task'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** 2026-11-23 08:00 in China. */
export const NOW = Date.UTC(2026, 10, 23, 0)

export const WORDS: TaskWords = {
  title: '打扫布置活动室',
  detail: '擦窗、扫地、摆桌椅。',
  kind: 'clean',
  risk: 'low',
  riskNote: '',
  insurance: '',
  training: '',
  minAge: 14,
  place: '1栋旁空房',
  point: null,
  skills: [],
}

export const taskOf = (words: Partial<TaskWords> = {}): Task & { state: 'open' } => ({
  id: 't',
  streetId: '4',
  gridPath: '4.1.5',
  words: { ...WORDS, ...words },
  leaderId: 'leader',
  source: { kind: 'plan' },
  repeats: null,
  repeatOf: null,
  proposerId: 'captain',
  proposedAt: NOW,
  state: 'open',
  publishedAt: NOW,
  publishedBy: 'captain',
})

export const draftOf = (words: Partial<TaskWords> = {}): Task => {
  const { publishedAt: _, publishedBy: __, ...task } = taskOf(words)
  return { ...task, state: 'draft' }
}

/** Three days ahead, two hours long, ten places. */
export const shiftOf = (part: Partial<Shift> = {}): Shift => ({
  id: 's',
  taskId: 't',
  label: '',
  startsAt: NOW + 3 * DAY,
  endsAt: NOW + 3 * DAY + 2 * HOUR,
  capacity: 10,
  minimum: 0,
  state: 'open',
  taken: 0,
  movedAt: null,
  minimumAsked: true,
  ...part,
})

export const signUpOf = (
  status: SignUpStatus = { state: 'accepted' },
  part: Partial<SignUp> = {},
): SignUp => ({
  id: 'u',
  streetId: '4',
  taskId: 't',
  shiftId: 's',
  personId: 'chen',
  guestEnc: null,
  turn: 1,
  at: NOW,
  ...part,
  ...status,
})
