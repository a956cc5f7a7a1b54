import type { OutputOf } from '#contracts/operations'

export type ProjectView = OutputOf<'projects.get'>
