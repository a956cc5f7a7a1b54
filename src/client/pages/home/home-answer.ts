import type { OutputOf } from '#contracts/operations'

export type HomeAnswer = OutputOf<'home.show'>
export type MyRow = HomeAnswer['mine'][number]
