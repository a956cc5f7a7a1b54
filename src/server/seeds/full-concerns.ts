import { sql } from 'kysely'
import type { CategoryCode } from '#core/concerns/category'
import { ancestorAt, type Level } from '#core/grids/grid'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { digits, HOUR, MINUTE, STREET } from './codes'
import type { SeedGrid } from './grids'
import { below, hash32, largestRemainder, pick } from './keyed-hash'
import { accept, atFrom, by, byPerson, contact, escalate, explained, fixed, rate, start } from './moves'
import type { Part, PictureKeeper, SeedPorts } from './part'
import { personOf } from './personas'
import { buildingOf, personIn, piecesOf } from './pieces'
import { afterIds, type Line, type Move, type Played, play, type Stage, type Tale } from './play'
import { digestOf } from './rows'
import type { Scene } from './scenes'
import { stageOf } from './stage'
import { storyOf } from './story'
import type { World } from './world'
import { type Drawn, drawPhotos, pictureOf } from './write-story'

const BULK_CONCERNS = 9_600
const MONTHS = 12

interface Kind {
  share: number
  category: CategoryCode
  titles: string[]
  result: string
  after?: Scene
}

/** What people say, by its share of the street's year in per cent. */
export const KINDS: Kind[] = [
  {
    share: 12,
    category: 'LIGHT_BROKEN',
    titles: ['门口路灯不亮了', '巷子里的灯一闪一闪', '拐角的灯坏了'],
    result: '换了灯头，已经亮了',
    after: 'lit_street',
  },
  {
    share: 21,
    category: 'PARK_MESS',
    titles: ['楼下乱停车，出不去', '巷口停满了车', '三轮车占了人行道'],
    result: '车挪走了，路口补了线',
    after: 'clear_road',
  },
  {
    share: 4,
    category: 'PLATE_MISSING',
    titles: ['楼没有门牌', '门牌被砸坏了'],
    result: '门牌装好了',
    after: 'plate',
  },
  {
    share: 17,
    category: 'GARBAGE',
    titles: ['垃圾堆了没人收', '垃圾桶满出来了', '有人乱扔旧家具'],
    result: '清走了，冲干净了',
    after: 'clean',
  },
  {
    share: 9,
    category: 'DRAIN',
    titles: ['下水道堵了返味', '一下雨门口就积水'],
    result: '疏通了，水下得去',
    after: 'mended',
  },
  {
    share: 11,
    category: 'FIRE_EBIKE',
    titles: ['楼道里给电动车充电', '楼梯口堆了杂物', '飞线充电'],
    result: '收走了，当面讲清楚了',
    after: 'clean',
  },
  {
    share: 10,
    category: 'NOISE',
    titles: ['夜里太吵睡不着', '楼上装修到很晚'],
    result: '上门说好了，晚上不再吵',
  },
  {
    share: 9,
    category: 'CONSULT',
    titles: ['想问居住证怎么办', '孩子上学要什么材料', '租房备案去哪里办'],
    result: '讲清楚了，材料单发过去了',
  },
  {
    share: 7,
    category: 'OTHER',
    titles: ['想借个地方办活动', '快递柜放在哪里合适', '建议多放几张凳子'],
    result: '答复了，能办的记下来了',
  },
]

/** Where they end: 片区, 网格, 村居, 街道, and with a department beyond the street; in per cent. */
export const ENDS = [38, 37, 18, 6, 1]
type End = 0 | 1 | 2 | 3 | 4

interface Dealt {
  n: number
  kind: Kind
  end: End
  piece: SeedGrid
}

/** Exactly the shares of kinds, of ends and of pieces, shuffled by hash so that none goes with another. */
export function dealt(world: World): Dealt[] {
  const kinds = spread(
    KINDS,
    KINDS.map(({ share }) => share),
    'kind',
  )
  const ends = spread<End>([0, 1, 2, 3, 4], ENDS, 'end')
  const pieces = piecesOf(world)
  const places = spread(
    pieces,
    pieces.map(({ residents }) => residents),
    'piece',
  )
  return kinds.map((kind, n) => ({ n, kind, end: at(ends, n), piece: at(places, n) }))
}

function spread<Item>(items: Item[], weights: number[], trait: string): Item[] {
  const counts = largestRemainder(BULK_CONCERNS, weights)
  const all = items.flatMap((item, index) => Array<Item>(counts[index] ?? 0).fill(item))
  return all
    .map((item, n) => ({ item, hash: hash32(`bulk-${trait}|${n}`), n }))
    .sort((a, b) => a.hash - b.hash || a.n - b.n)
    .map(({ item }) => item)
}

function at<Item>(list: Item[], n: number): Item {
  const item = list[n]
  if (item === undefined) throw new Error('dealt too few')
  return item
}

/** Twelve parts of a month each, the oldest first; what they say is played by the same rules as the story. */
export function bulkConcernParts(world: World, epoch: number, ports: SeedPorts): Part[] {
  let all: Dealt[] | undefined
  let stage: Stage | undefined
  const dealtOnce = () => (all = all ?? dealt(world))
  const stageOnce = () => (stage = stage ?? fullStage(world, epoch))
  return Array.from({ length: MONTHS }, (_, month): Part => {
    const playMonth = () => bulkMonth(dealtOnce(), month, { world, epoch, stage: stageOnce() })
    let played: Played[] | undefined
    const once = () => (played = played ?? playMonth())
    return {
      name: `full.concerns.${digits(month + 1, 2)}`,
      says: `写下全街道民情，第${month + 1}个月`,
      digest: () => digestOf({ epoch, concerns: once().map(({ concern }) => concern) }),
      write: (tx) => writeBulk(tx, once(), ports.photos),
    }
  })
}

interface Bulk {
  world: World
  epoch: number
  stage: Stage
}

/** A month's concerns in the order of submission: 364 to 12 days before the epoch, an even flow. */
export function bulkMonth(all: Dealt[], month: number, { world, epoch, stage }: Bulk): Played[] {
  const size = BULK_CONCERNS / MONTHS
  return all
    .slice(month * size, (month + 1) * size)
    .map((one) => taleOf(one, world, epoch))
    .sort((a, b) => a.at - b.at)
    .map((tale) => play(tale, stage))
}

function taleOf({ n, kind, end, piece }: Dealt, world: World, epoch: number): Tale {
  const key = `bulk|${n}`
  const time = atFrom(epoch)
  const day = -364 + Math.floor((n * 352) / BULK_CONCERNS)
  const submitted = time(day, '08:00') + below(`${key}|minute`, 120) * MINUTE
  const home = buildingOf(piece, below(`${key}|house`, piece.buildings))
  const tale: Tale = {
    id: `c.bulk-${digits(n + 1, 5)}`,
    category: kind.category,
    title: `${home.label}${pick(`${key}|title`, kind.titles)}`,
    detail: '',
    building: home.id,
    reporter: personIn(home.id, 2),
    anonymous: below(`${key}|anonymous`, 8) === 0,
    at: submitted,
    after: kind.after ? [kind.after] : [],
    moves: [],
  }
  tale.moves = movesOf(tale, kind, end, workersOf(world, piece))
  return tale
}

interface Workers {
  grid: string
  community: string
}

/** Whoever sits in the grid: its staff, or its head where the seat is empty. */
function workersOf(world: World, { path }: SeedGrid): Workers {
  const second = ancestorAt(path, 2)
  const holder = (scope: string, role: string) => byScope(world).get(`${scope}|${role}`)
  const grid = holder(second, 'grid_staff') ?? holder(second, 'grid_head')
  const community = holder(ancestorAt(path, 1), 'community_staff')
  if (!grid || !community) throw new Error(`nobody works in ${path}`)
  return { grid, community }
}

const scopes = new WeakMap<World, Map<string, string>>()

function byScope(world: World): Map<string, string> {
  const known = scopes.get(world)
  if (known) return known
  const made = new Map(world.grants.map(({ grid, role, person }) => [`${grid}|${role}`, person]))
  scopes.set(world, made)
  return made
}

function movesOf(tale: Tale, kind: Kind, end: End, { grid, community }: Workers): Move[] {
  const after = (minutes: number) => tale.at + minutes * MINUTE
  const level = Math.max(1, 3 - end) as Level
  const worker = end < 2 ? grid : community
  const last =
    end < 2 ? grid : end === 2 ? community : personOf(end === 3 ? 'street.admin' : 'dept.municipal')
  const spent = kind.category === 'GARBAGE' ? 2.5 * HOUR : 20 * HOUR
  const done = kind.after ? fixed(kind.result, afterIds(tale)) : explained(kind.result)
  const stars = 5 - Math.floor(below(`${tale.id}|stars`, 12) / 5)
  const says = below(`${tale.id}|says`, 3) > 0
  return [
    byPerson(grid, after(20), accept(level, level === 1 ? 'community' : 'grid')),
    byPerson(worker, after(30), contact('联系过了')),
    byPerson(worker, after(40), start),
    ...(end < 3 ? [] : toTheStreet(end, community, after)),
    byPerson(last, tale.at + spent, done),
    ...(says ? [byPerson(tale.reporter, tale.at + spent + 30 * HOUR, rate(stars as 3 | 4 | 5, ''))] : []),
  ]
}

function toTheStreet(end: End, community: string, after: (minutes: number) => number): Move[] {
  const admin = 'street.admin'
  const whistle: Move[] = [
    by(admin, after(80), {
      kind: 'whistle',
      departmentIds: ['municipal'],
      note: '请到场',
      arriveBy: after(400),
    }),
    by('dept.municipal', after(120), { kind: 'arrive', note: '到了' }),
  ]
  return [
    byPerson(community, after(60), escalate('社区定不了')),
    by(admin, after(70), start),
    ...(end === 4 ? whistle : []),
  ]
}

/** The pilot's stage, and every house outside the estate; numbers go on where the story's stopped. */
export function fullStage(world: World, epoch: number): Stage {
  const stage = stageOf(world, epoch)
  const pieces = new Map(piecesOf(world).map((piece) => [piece.path.slice(STREET.length + 1), piece]))
  for (const { tale } of storyOf(world, epoch).played) stage.numberAt(tale.at)
  return {
    ...stage,
    buildingAt(id) {
      const piece = pieces.get(id.slice(1, id.lastIndexOf('-')))
      if (!piece) throw new Error(`no such building: ${id}`)
      const { no, latE6, lngE6 } = buildingOf(piece, Number(id.slice(-3)) - 1)
      return { gridPath: piece.path, headId: no <= piece.heads ? personIn(id, 1) : null, latE6, lngE6 }
    },
  }
}

/**
 * The same rows as the operations write, many at a time: all of it is closed, so no clock runs and no inbox waits.
 */
async function writeBulk(tx: Tx, played: Played[], photos: PictureKeeper): Promise<void> {
  const drawn = await drawPhotos(photos)
  await insertAll(
    tx,
    'concerns',
    played.map(({ concern, lines }) => ({
      street_id: STREET,
      id: concern.id,
      version: stepsOf(lines).length,
      body: concern,
      changed_at: lastAt(lines),
    })),
  )
  await insertAll(
    tx,
    'concern_events',
    played.flatMap(({ lines }) => stepsOf(lines).map(eventRow)),
  )
  await insertAll(
    tx,
    'photos',
    played.flatMap(({ tale, lines }) => photoRows(tale, lines, drawn)),
  )
  await raiseNumbers(tx, played)
}

type Happened = Exclude<Line, { kind: 'struck' | 'told' }>

const stepsOf = (lines: Line[]): Happened[] =>
  lines.filter((line): line is Happened => line.kind === 'new' || line.kind === 'step')

const lastAt = (lines: Line[]): number => Math.max(...stepsOf(lines).map((line) => line.at))

function eventRow(line: Happened, index: number) {
  const concern = line.kind === 'new' ? line.concern : line.after
  const { kind, ...detail } = line.kind === 'new' ? { kind: 'submit' } : line.event
  return {
    street_id: STREET,
    concern_id: concern.id,
    seq: index + 1,
    kind,
    at: line.at,
    actor_id: line.by,
    actor_role: line.role,
    level: concern.level,
    detail,
  }
}

function photoRows(tale: Tale, lines: Line[], drawn: ReadonlyMap<string, Drawn>) {
  const resolved = stepsOf(lines).find((line) => line.kind === 'step' && line.event.kind === 'resolve')
  const [scene] = tale.after ?? []
  if (!scene || !resolved?.by) return []
  return afterIds(tale).map((id) => ({
    street_id: STREET,
    id,
    uploader_id: resolved.by ?? '',
    concern_id: tale.id,
    ...pictureOf(drawn, scene, tale.id),
    created_at: resolved.at - MINUTE,
    state: 'pass' as const,
  }))
}

/** Days already past get a higher last number; a number once given is never given again. */
async function raiseNumbers(tx: Tx, played: Played[]): Promise<void> {
  const last = new Map<string, number>()
  for (const { concern } of played) last.set(concern.no.slice(2, 8), Number(concern.no.slice(8)))
  const rows = JSON.stringify([...last].map(([day, number]) => ({ street_id: STREET, day, last: number })))
  await sql`
    insert into daily_numbers (street_id, day, last)
    select street_id, day, last from json_populate_recordset(null::daily_numbers, ${rows}::json)
    on conflict (street_id, day) do update set last = greatest(daily_numbers.last, excluded.last)`.execute(tx)
}
