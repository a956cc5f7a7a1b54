import type { TaskView } from '../../../src/client/packages/volunteers/task/task-view'

export const HOUR = 3_600_000
const STARTS = Date.now() + 72 * HOUR

type Shift = TaskView['shifts'][number]

export const aShift = (part: Partial<Shift> = {}): Shift => ({
  id: 'shift.1',
  label: '擦窗',
  startsAt: STARTS,
  endsAt: STARTS + 2 * HOUR,
  capacity: 6,
  minimum: 0,
  state: 'open',
  taken: 3,
  waiting: 0,
  ...part,
})

export const aMine = (part: Partial<TaskView['mine'][number]> = {}): TaskView['mine'][number] => ({
  id: 'signup.1',
  shiftId: 'shift.1',
  state: 'accepted',
  place: null,
  until: null,
  guest: null,
  at: 1,
  freeUntil: STARTS - 12 * HOUR,
  minutes: null,
  ...part,
})

export const aTask = (part: Partial<TaskView> = {}): TaskView => ({
  id: 'task.1',
  title: '打扫布置活动室',
  kind: 'clean',
  risk: 'low',
  riskNote: '地面湿滑，穿防滑鞋',
  insured: false,
  minAge: 14,
  place: '1栋旁空房',
  phase: 'open',
  shifts: [aShift()],
  mine: [],
  version: 1,
  gridPath: '441302010.001.005',
  detail: '擦窗、扫地、摆桌椅。',
  insurance: '',
  training: '',
  point: null,
  skills: [],
  leader: '陈女士',
  leads: false,
  source: null,
  repeats: null,
  note: '',
  roster: null,
  late: null,
  may: [],
  ...part,
})

export const aPerson = (
  part: Partial<NonNullable<TaskView['roster']>[number]> = {},
): NonNullable<TaskView['roster']>[number] => ({
  signUpId: 'signup.9',
  shiftId: 'shift.1',
  name: '罗阿姨',
  guest: false,
  state: 'accepted',
  inAt: null,
  outAt: null,
  inHow: null,
  near: null,
  minutes: null,
  confirmed: false,
  mayConfirm: false,
  ...part,
})
