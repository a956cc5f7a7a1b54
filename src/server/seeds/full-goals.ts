import { sql } from 'kysely'
import type { MonthlyChange } from '#core/goals/change'
import type { WeeklyGoal } from '#core/goals/goal'
import { spanOfWeek, weekWith } from '#core/goals/week'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, PILOT_GRID, STREET } from './codes'
import { below, pick } from './keyed-hash'
import type { Part, SeedPorts } from './part'
import { digestOf } from './rows'
import type { Scene } from './scenes'
import type { World } from './world'
import { type Drawn, drawPhotos, pictureOf } from './write-story'

const WEEKS = 52
const MONTHS = 12

const TEXTS = [
  '修好不亮的路灯',
  '清一遍垃圾屋',
  '看望独居老人',
  '疏通一个下水口',
  '拆掉一处飞线',
  '画好一段黄线',
] as const
const SIDES: [Scene, Scene, string][] = [
  ['dark_street', 'lit_street', '巷子亮了'],
  ['litter', 'clean', '空地干净了'],
  ['cars', 'clear_road', '路口不堵了'],
  ['bare_wall', 'plate', '门牌齐了'],
]

/** A year of goals and changes of every grid of level 2; the pilot's own have been told with it. */
export function goalsPart(world: World, epoch: number, { photos }: SeedPorts): Part {
  const grids = world.grids.filter(({ level }) => level === 2).map(({ path }) => path)
  return {
    name: 'full.goals',
    says: `写下${grids.length}个网格一年的小目标和小变化`,
    digest: () => digestOf({ epoch, grids }),
    async write(tx) {
      const keepers = await keepersOf(tx)
      const drawn = await drawPhotos(photos)
      for (const grid of grids) {
        const by = keepers.get(grid)
        if (by) await writeYear(tx, { grid, by, epoch, drawn })
      }
    },
  }
}

/** Whoever keeps the list of a grid: its head, its staff or another of its seats. */
async function keepersOf(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ path: string; person: string }>`
    select distinct on (grid_path) grid_path as path, person_id as person from role_grants
    where street_id = ${STREET} and role in ('grid_staff', 'grid_head', 'secretary', 'captain', 'pioneer')
    order by grid_path, case role when 'grid_head' then 1 when 'grid_staff' then 2 when 'secretary' then 3 else 4 end, id`.execute(
    tx,
  )
  return new Map(rows.map(({ path, person }) => [path, person]))
}

interface Year {
  grid: string
  by: string
  epoch: number
  drawn: ReadonlyMap<string, Drawn>
}

async function writeYear(tx: Tx, year: Year): Promise<void> {
  const told = await tx
    .selectFrom('weekly_goals')
    .select('week')
    .where('street_id', '=', STREET)
    .where('grid_path', '=', year.grid)
    .execute()
  const known = new Set(told.map(({ week }) => week))
  const goals = Array.from({ length: WEEKS }, (_, back) => goalOf(year, back)).filter(
    ({ week }) => !known.has(week),
  )
  await insertAll(
    tx,
    'weekly_goals',
    goals.map((goal) => {
      const { to } = spanOfWeek(goal.week)
      return {
        street_id: STREET,
        id: goal.id,
        version: goal.state === 'open' ? 1 : 2,
        body: goal,
        due_at: to,
        next_at: goal.state === 'open' ? to : null,
      }
    }),
  )
  if (year.grid !== PILOT_GRID) await writeChanges(tx, year)
}

/** Nine weeks in ten were done. */
function goalOf({ grid, by, epoch }: Year, back: number): WeeklyGoal {
  const monday = spanOfWeek(weekWith(epoch)).from - back * 7 * DAY
  const key = `goal|${grid}|${back}`
  const frame = {
    id: `goal.${grid}.${back}`,
    streetId: STREET,
    gridPath: grid,
    week: weekWith(monday),
    text: pick(key, TEXTS),
    ownerId: by,
    about: null,
    setBy: by,
    setAt: monday + 9 * HOUR,
  }
  if (back === 0) return { ...frame, state: 'open' }
  if (below(key, 10) === 0) return { ...frame, state: 'missed', missedAt: monday + 7 * DAY }
  return { ...frame, state: 'done', doneAt: monday + 4 * DAY, doneBy: by, note: '办好了，大家看得到' }
}

async function writeChanges(tx: Tx, { grid, by, epoch, drawn }: Year): Promise<void> {
  for (let back = 0; back < MONTHS; back += 1) {
    const at = epoch - back * 30 * DAY - 3 * DAY
    const id = `change.${grid}.${back}`
    const [before, after, title] = pick(id, SIDES)
    const change: MonthlyChange = {
      id,
      streetId: STREET,
      gridPath: grid,
      month: new Date(at + 8 * HOUR).toISOString().slice(0, 7),
      title,
      words: '',
      concernIds: [],
      projectIds: [],
      by,
      at,
    }
    await insertAll(tx, 'monthly_changes', [{ street_id: STREET, id, body: change }])
    const pictures = [
      { scene: before, subject: 'change_before' as const },
      { scene: after, subject: 'change_after' as const },
    ].map(({ scene, subject }) => ({ scene, subject, photo: `${id}.${subject}` }))
    await insertAll(
      tx,
      'photos',
      pictures.map(({ scene, photo }) => ({
        street_id: STREET,
        id: photo,
        uploader_id: by,
        concern_id: null,
        ...pictureOf(drawn, scene, photo),
        created_at: at,
        state: 'pass' as const,
      })),
    )
    await insertAll(
      tx,
      'council_photos',
      pictures.map(({ photo, subject }) => ({ street_id: STREET, photo_id: photo, subject, subject_id: id })),
    )
  }
}
