import type { OutputOf } from '#contracts/operations'

export type TaskView = OutputOf<'tasks.get'>
export type ShiftView = TaskView['shifts'][number]
export type MineView = TaskView['mine'][number]
