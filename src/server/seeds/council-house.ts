import { HOUR, MINUTE, PILOT_GRID } from './codes'
import type { Play } from './council-play'
import { buildingId } from './estate'
import type { At } from './moves'
import { personOf } from './personas'
import { residentId } from './residents'

/** 30栋户代表会: what concerns nobody but the households of one house is theirs to decide. */
export interface HouseTale {
  id: string
  name: string
  building: string
  foundedAt: number
  chair: string
  lines: { id: string; label: string; personId: string | null }[]
  matter: { id: string; proposer: string; at: number; second: { person: string; unitId: string } }
  meeting: { id: string; at: number; startsAt: number }
}

const NO = 30
const ID = `council.house.${NO}`
const line = (room: number, place: number | null) => ({
  id: `${ID}.${room}`,
  label: `${NO}栋${room}`,
  personId: place === null ? null : residentId(NO, place),
})

export const houseTale = (at: At): HouseTale => ({
  id: ID,
  name: `金兴街20号小区${NO}栋户代表会`,
  building: buildingId(NO),
  foundedAt: at(-12, '10:00'),
  chair: residentId(NO, 5),
  lines: [line(201, 2), line(202, 5), line(301, 8), line(401, 10), line(501, null)],
  matter: {
    id: 'motion.laundry',
    proposer: residentId(NO, 2),
    at: at(-3, '20:00'),
    second: { person: residentId(NO, 8), unitId: `${ID}.301` },
  },
  meeting: { id: 'meeting.laundry', at: at(-1, '20:30'), startsAt: at(5, '19:30') },
})

const WORDS = {
  title: '洗衣房晚上几点关',
  text: '一楼洗衣房每晚10点半关门，早上6点半开，门口贴上时间。',
  who: '30栋各户轮着关门，一户一周',
  costFen: 2_000,
}

/** Founded by the grid's staff, who keep its list; its own people do the rest. */
export async function playHouse(play: Play, tale: HouseTale): Promise<void> {
  const { id, name, building, foundedAt, chair, lines, matter, meeting } = tale
  const staff = personOf('staff.grid')
  const founding = { name, gridPath: PILOT_GRID, buildingId: building, chairId: chair, secretaryId: null }
  await play.does({ person: staff, at: foundedAt, ids: [id] }, 'bodies.found', {
    ...founding,
    kind: 'household',
  })
  for (const { id: unit, ...one } of lines)
    await play.does({ person: staff, at: foundedAt + HOUR, ids: [unit] }, 'bodies.enter', {
      ...{ councilId: id, area: null },
      ...one,
    })
  const words = { ...WORDS, byWhen: matter.at + 60 * 24 * HOUR }
  await play.does({ person: matter.proposer, at: matter.at, ids: [matter.id] }, 'motions.propose', {
    ...{ councilId: id, concernId: null, rule: 'ordinary' },
    words,
  })
  const { person, unitId } = matter.second
  await play.does({ person, at: matter.at + HOUR }, 'motions.second', { id: matter.id, unitId })
  const plan = { councilId: id, startsAt: meeting.startsAt, venue: '30栋一楼大厅', online: false }
  await play.does({ person: chair, at: meeting.at, ids: [meeting.id] }, 'meetings.plan', {
    ...plan,
    agenda: [
      { title: '大家说说洗衣房', motionId: null },
      { title: '501还没人代表，谁来认一认', motionId: null },
    ],
  })
  const at = meeting.at + 10 * MINUTE
  await play.does({ person: chair, at }, 'meetings.notify', { id: meeting.id, version: 1 })
}
