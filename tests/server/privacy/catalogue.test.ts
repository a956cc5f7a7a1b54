import { sql } from 'kysely'
import { PERSONAL_DATA } from '../../../src/core/people/personal-data'
import { GIVEN } from '../../../src/server/people/export/given'
import { TOLD } from '../../../src/server/people/export/told'
import { SWEEPS } from '../../../src/server/retention/sweeps'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'

let store: Store
let columns: string[]
beforeAll(async () => {
  store = await memoryStore()
  const found = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'app' order by 1`.execute(store.db)
  columns = found.rows.map(({ name }) => name)
})
afterAll(() => store.close())

const NAMED: string[] = PERSONAL_DATA.flatMap(({ columns: all }) => [...all])

/** Places, calendars, counters and our own account with WeChat: nobody in particular stands in them. */
const ABOUT_NOBODY =
  /^(grids|departments|estates|daily_numbers|calendar_years|calendar_days|seeds|wechat_tokens|mini_codes|service_stations|score_periods|reward_items|council_charters|projects|opinions|polls|poll_reminders|offer_sittings|volunteer_shifts|point_rewards|meeting_items|poll_units|poll_boxes|poll_buckets|audit_chains|timers|register_gates|migration_hashes|kysely_migration\w*)\./
/** Keys, which tell nothing of a person by themselves. */
const KEY = /\.(street_id|id|version|seq|provider|no)$/
/** What a house, a matter or a photo is, apart from whose it is. */
const OF_THE_THING: Record<string, string[]> = {
  persons: [],
  buildings: [
    'estate_id',
    'grid_path',
    'label',
    'address',
    'plate_status',
    'plate_code',
    'lat_e6',
    'lng_e6',
    'crs',
  ].concat(['plan_col', 'plan_row', 'use', 'san_xiao', 'floors', 'structure', 'hazard_grade', 'status']),
  concerns: [
    'state',
    'category',
    'severity',
    'visibility',
    'grid_path',
    'level',
    'desk',
    'department_id',
  ].concat(['building_id', 'submitted_at', 'due_at', 'closed_at', 'changed_at']),
  concern_events: ['concern_id', 'kind', 'at', 'level'],
  endorsements: ['concern_id'],
  photos: ['concern_id', 'bytes', 'width', 'height', 'state', 'doubt', 'use'],
  photo_checks: ['photo_id', 'step', 'tries', 'due_at'],
  photo_traces: ['trace_id', 'photo_id', 'says', 'doubt'],
  council_photos: ['photo_id', 'subject', 'subject_id'],
  care_photos: ['photo_id'],
  building_photos: ['photo_id', 'building_id', 'subject', 'subject_id'],
  registrations: ['building_id', 'state', 'confirmed_at'],
  hazards: ['building_id', 'grid_path', 'state', 'grade', 'level', 'found_at', 'due_at', 'next_at'],
  hazard_events: ['hazard_id', 'kind', 'at'],
  inspections: ['building_id', 'kind', 'at', 'items'],
  census_campaigns: ['name', 'grid_path', 'opened_at', 'due_at', 'closed_at', 'reached'],
  head_notices: ['grid_path', 'title', 'words', 'at'],
  head_notice_houses: ['notice_id', 'building_id'],
  station_activities: ['station_id', 'title', 'place', 'from_at', 'to_at', 'off_at', 'made_at'],
  appraisal_sums: ['building_id', 'quarter', 'answers', 'points'],
}

test('every column of the schema is in the catalogue, or holds nothing about a person', () => {
  const strangers = columns.filter((name) => {
    const [table = '', column = ''] = name.split('.')
    const isNamed = NAMED.includes(name) || NAMED.includes(`${table}.*`)
    return !isNamed && !ABOUT_NOBODY.test(name) && !KEY.test(name) && !OF_THE_THING[table]?.includes(column)
  })
  expect(strangers).toEqual([])
  expect(columns.length).toBeGreaterThan(250)
})

test('the catalogue names tables and columns that exist', () => {
  const tables = new Set(columns.map((name) => `${name.split('.')[0]}.*`))
  expect(NAMED.filter((name) => !columns.includes(name) && !tables.has(name))).toEqual([])
})

test('whatever holds the number of a person is in the catalogue', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.conrelid::regclass::text || '.' || a.attname as name
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'persons'::regclass and a.attname <> 'street_id'`.execute(
    store.db,
  )
  const strangers = rows
    .map(({ name }) => name.replace(/^app\./, ''))
    .filter((name) => !NAMED.includes(name) && !NAMED.includes(`${name.split('.')[0]}.*`))
  expect(strangers).toEqual([])
})

test('each kind is given or told in the file of 导出, and each limit in days has its sweep', () => {
  const kinds = PERSONAL_DATA.map(({ kind }) => kind).sort()
  expect([...Object.keys(GIVEN), ...Object.keys(TOLD)].sort()).toEqual(kinds)
  const passing = PERSONAL_DATA.filter(({ kept }) => typeof kept !== 'string').map(({ kind }) => kind)
  expect(Object.keys(SWEEPS).sort()).toEqual([...passing].sort())
})
