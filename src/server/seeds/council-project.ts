import { DAY, HOUR } from './codes'
import type { Telling } from './council'
import { buildingId } from './estate'
import type { At } from './moves'
import { personOf } from './personas'
import { headOf } from './residents'

const RUNS = personOf('staff.grid')
const KEEPS = personOf('secretary')

/** What the council decided about plates: paid, done, shown before and after; two of three houses have signed. */
export async function carryOut({ play, photo }: Telling, motionId: string, at: At): Promise<void> {
  await play.strikes(motionId, at(-6, '00:10'))
  const { version: decided } = await play.does({ person: RUNS, at: at(-6, '09:00') }, 'motions.get', {
    id: motionId,
  })
  const milestones = [
    { title: '核一遍哪几栋没有号', dueAt: at(-4, '18:00') },
    { title: '做好临时号牌', dueAt: at(-3, '18:00') },
    { title: '楼栋长自己挂上', dueAt: at(-2, '18:00') },
  ]
  const id = 'project.plates'
  const begin = { id: motionId, version: decided, milestones }
  await play.does({ person: RUNS, at: at(-6, '09:30'), ids: [id] }, 'projects.begin', begin)
  const money = async (when: number, direction: 'in' | 'out', fen: number, words: string) =>
    play.does({ person: KEEPS, at: when }, 'projects.enter', {
      id,
      direction,
      source: 'collective',
      fen,
      words,
    })
  await money(at(-6, '10:00'), 'in', 144_000, '小区公共收益')
  let { version } = await play.does({ person: RUNS, at: at(-6, '11:00') }, 'projects.fund', {
    id,
    version: 1,
  })
  const before = await photo('bare_wall', RUNS, at(-6, '13:50'))
  const start = { id, version, photoIds: [before] }
  ;({ version } = await play.does({ person: RUNS, at: at(-6, '14:00') }, 'projects.start', start))
  for (const [place, { dueAt }] of milestones.entries())
    ({ version } = await play.does({ person: RUNS, at: dueAt - DAY }, 'projects.reach', {
      id,
      version,
      place,
    }))
  await money(at(-4, '16:00'), 'out', 138_000, '48块临时号牌，每块28.75元')
  const { seq } = await money(at(-3, '09:00'), 'out', 6_000, '螺丝和胶')
  const wrong = { id, seq, words: '发票是45元，多记了15元' }
  await play.does({ person: KEEPS, at: at(-3, '10:00') }, 'projects.reverse', wrong)
  await money(at(-3, '10:10'), 'out', 4_500, '螺丝和胶')
  const after = await photo('plate', RUNS, at(-2, '15:00'))
  const finish = { id, version, note: '48栋都挂上了，快递和救护车认得到门', photoIds: [after] }
  await play.does({ person: RUNS, at: at(-2, '15:30') }, 'projects.finish', finish)
  for (const [n, no] of [8, 16].entries()) {
    const signed = { id, unitId: buildingId(no), good: true, words: '' }
    await play.does({ person: headOf(no), at: at(-1, '19:00') + n * HOUR }, 'projects.sign', signed)
  }
}
