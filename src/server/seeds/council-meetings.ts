import type { Side } from '#core/council/floor'
import type { Vault } from '../people/vault'
import { codeAt } from '../presence/rotating-code'
import { DAY, HOUR, MINUTE } from './codes'
import { CHAIR, COUNCIL, SECRETARY } from './council-codes'
import type { Play } from './council-play'
import { buildingId } from './estate'
import { below, lowest } from './keyed-hash'
import { atFrom } from './moves'
import { headOf } from './residents'

interface Scene {
  epoch: number
  vault: Vault
  /** The real clock, so that the demo's meeting is under way while somebody looks at it. */
  now: number
}

/** Three meetings: one over with its minutes, one under way, one to come. */
export async function playMeetings(play: Play, scene: Scene): Promise<void> {
  await past(play, scene)
  await live(play, scene)
  await coming(play, scene)
}

const SECOND = 1_000
const ALL = Array.from({ length: 191 }, (_, at) => at + 1)
/** 77栋 had no head then; 44栋 and 45栋 come later, by the code. */
const NOT_THERE = [44, 45, 77]

/** Houses that come: drawn by hash, the chair's among them, so that they are the same everywhere. */
const housesOf = (id: string, many: number): number[] => [
  23,
  ...lowest(
    ALL.filter((no) => no !== 23 && !NOT_THERE.includes(no)),
    many - 1,
    (no) => `meets|${id}|${no}`,
  ),
]

interface Convening {
  id: string
  plannedAt: number
  startsAt: number
  venue: string
  agenda: { title: string; motionId: string | null }[]
}

async function convene(play: Play, { id, plannedAt, startsAt, venue, agenda }: Convening): Promise<void> {
  const plan = { councilId: COUNCIL, startsAt, venue, online: true, agenda }
  await play.does({ person: SECRETARY, at: plannedAt, ids: [id] }, 'meetings.plan', plan)
  const at = plannedAt + 10 * MINUTE
  await play.does({ person: SECRETARY, at }, 'meetings.notify', { id, version: 1 })
}

/** Some show their phones, the rest are on the secretary's list. */
async function come(
  play: Play,
  vault: Vault,
  { id, houses, at }: { id: string; houses: number[]; at: number },
) {
  const byCode = houses.slice(0, 12)
  for (const [n, no] of byCode.entries()) {
    const then = at + n * 20 * SECOND
    const code = codeAt(vault, `meeting:${id}`, then)
    const coming = { id, unitId: buildingId(no), code }
    await play.does({ person: headOf(no), at: then }, 'meetings.sign_in', coming)
  }
  const unitIds = houses.slice(byCode.length).map(buildingId)
  await play.does({ person: SECRETARY, at: at + 5 * MINUTE }, 'meetings.admit', { id, unitIds })
}

interface Hand {
  no: number
  side: Side
  at: number
}

const raise = (play: Play, id: string, { no, side, at }: Hand) =>
  play.does({ person: headOf(no), at }, 'meetings.raise_hand', { id, place: 2, unitId: buildingId(no), side })

/** Gives the floor to one house for so many seconds. */
async function speak(
  play: Play,
  id: string,
  { no, at, seconds }: { no: number; at: number; seconds: number },
) {
  const unitId = buildingId(no)
  await play.does({ person: CHAIR, at }, 'meetings.call', { id, unitId })
  const end = { person: headOf(no), at: at + seconds * SECOND }
  await play.does(end, 'meetings.finish_speech', { id, unitId })
}

const TOLD = '通报路灯和水管两件事'

/** Tells the first matter and brings the second before the room. */
async function begin(play: Play, id: string, at: number): Promise<void> {
  await play.does({ person: CHAIR, at }, 'meetings.begin', { id })
  await play.does({ person: CHAIR, at: at + MINUTE }, 'meetings.bring', { id, place: 1 })
  await play.does({ person: CHAIR, at: at + 8 * MINUTE }, 'meetings.finish', { id, place: 1 })
  await play.does({ person: CHAIR, at: at + 9 * MINUTE }, 'meetings.bring', { id, place: 2 })
}

async function past(play: Play, { epoch, vault }: Scene): Promise<void> {
  const at = atFrom(epoch)
  const id = 'meeting.rounds'
  const start = at(-36, '19:30')
  const houses = housesOf(id, 141)
  const [one = 1, two = 2, three = 3] = houses.slice(20)
  await convene(play, {
    ...{ id, plannedAt: at(-41, '20:00'), startsAt: start, venue: '老年活动室' },
    agenda: [
      { title: TOLD, motionId: null },
      { title: '夜里巡查怎么排班', motionId: 'motion.rounds' },
    ],
  })
  await come(play, vault, { id, houses, at: start - 15 * MINUTE })
  await begin(play, id, start)
  const debate = start + 10 * MINUTE
  await raise(play, id, { no: one, side: 'for', at: debate })
  await raise(play, id, { no: two, side: 'against', at: debate + SECOND })
  await raise(play, id, { no: three, side: 'for', at: debate + 2 * SECOND })
  await speak(play, id, { no: one, at: debate + 10 * SECOND, seconds: 96 })
  await speak(play, id, { no: two, at: debate + 2 * MINUTE, seconds: 120 })
  await speak(play, id, { no: three, at: debate + 5 * MINUTE, seconds: 74 })
  await vote(play, { id, houses, at: debate + 8 * MINUTE })
  const end = debate + 20 * MINUTE
  await play.does({ person: CHAIR, at: end }, 'meetings.announce', { id, place: 2 })
  await play.does({ person: CHAIR, at: end + MINUTE }, 'meetings.close', { id })
  await play.strikes('motion.rounds', at(-28, '00:00'))
  await signed(play, id, at(-35, '10:00'), headOf(two))
}

async function vote(play: Play, { id, houses, at }: { id: string; houses: number[]; at: number }) {
  await play.does({ person: CHAIR, at, ids: ['poll.rounds'] }, 'meetings.put_question', { id, place: 2 })
  for (const [n, no] of houses.entries()) {
    const turn = below(`rounds|${no}`, 10)
    const choice = turn < 7 ? 'for' : turn < 9 ? 'against' : 'abstain'
    const votes = [{ unitId: buildingId(no), choice: choice as 'for' | 'against' | 'abstain' }]
    const ballot = { pollId: 'poll.rounds', votes, salt: 'seeded-ballot-salt' }
    await play.does({ person: headOf(no), at: at + (n + 5) * SECOND }, 'ballots.cast', ballot)
  }
}

const TEXT = `通报：后巷路灯本月修好，水管漏水已经请自来水公司来看。
夜里巡查：大家同意两栋一班，一栋一个月轮一次。有人提出年纪大的楼栋长可以和邻栋换班，大家没有意见，由网格员排表时照顾。
租户也可以跟班，不强求。`

async function signed(play: Play, id: string, at: number, member: string): Promise<void> {
  await play.does({ person: SECRETARY, at }, 'meetings.draft', { id, text: TEXT })
  const { hash } = await play.does({ person: CHAIR, at: at + MINUTE }, 'meetings.minutes', { id })
  const sign = { id, hash: hash ?? '' }
  await play.does({ person: CHAIR, at: at + 2 * HOUR }, 'meetings.sign', sign)
  await play.does({ person: member, at: at + 9 * HOUR }, 'meetings.sign', sign)
  const words = '通报里的“本月”应为“下月”'
  await play.does({ person: SECRETARY, at: at + DAY }, 'meetings.correct', { id, words })
}

/** Forty minutes old when the demo data are written on their own day; that evening otherwise. */
const liveStart = ({ epoch, now }: Scene): number =>
  now >= epoch && now < epoch + DAY ? now - (now % MINUTE) - 40 * MINUTE : atFrom(epoch)(0, '19:30')

/** Under way: the lamps are before the room, three hands are up, and 44栋 and 45栋 have yet to come. */
async function live(play: Play, scene: Scene): Promise<void> {
  const at = atFrom(scene.epoch)
  const id = 'meeting.lamps'
  const start = liveStart(scene)
  const houses = housesOf(id, 131)
  const [one = 1, two = 2, three = 3, four = 4] = houses.slice(20)
  await convene(play, {
    ...{ id, plannedAt: at(-5, '10:00'), startsAt: start, venue: '老年活动室' },
    agenda: [
      { title: TOLD, motionId: null },
      { title: '后巷路灯几点亮、几点灭，电费怎么分', motionId: 'motion.lamps' },
      { title: '推选活动室管理员', motionId: null },
    ],
  })
  await come(play, scene.vault, { id, houses, at: start - 15 * MINUTE })
  await begin(play, id, start)
  const debate = start + 10 * MINUTE
  await raise(play, id, { no: one, side: 'for', at: debate })
  await raise(play, id, { no: two, side: 'for', at: debate + SECOND })
  await raise(play, id, { no: three, side: 'against', at: debate + 2 * SECOND })
  await raise(play, id, { no: four, side: 'against', at: debate + 3 * SECOND })
  await speak(play, id, { no: one, at: debate + 10 * SECOND, seconds: 110 })
}

async function coming(play: Play, { epoch }: Scene): Promise<void> {
  const at = atFrom(epoch)
  await convene(play, {
    ...{ id: 'meeting.coming', plannedAt: at(-1, '09:00'), startsAt: at(6, '19:30'), venue: '老年活动室' },
    agenda: [
      { title: '下个月谁来管活动室钥匙', motionId: null },
      { title: '过年前查一遍电线', motionId: null },
    ],
  })
}
