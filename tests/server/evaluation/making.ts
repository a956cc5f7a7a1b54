import { sql } from 'kysely'
import type { OutputOf } from '../../../src/contracts/operations'
import { windowOf } from '../../../src/core/evaluation/period'
import { runScores } from '../../../src/server/evaluation/clock'
import type { Store } from '../../../src/server/storage/database'
import {
  answerOf,
  GRID,
  personOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const PERIOD = '2022-12'
export const WINDOW = windowOf(PERIOD)

/** The small street on New Year's Day, its offices held for a year, with one more community worker. */
export async function newYear(store: Store): Promise<Street> {
  await withoutCards(store)
  const street = await smallStreet(store)
  await sql`update role_grants set from_at = ${WINDOW.from - 300 * DAY}`.execute(store.db)
  await sql`update sessions set expires_at = ${WINDOW.to + 900 * DAY}`.execute(store.db)
  await sql`
    insert into role_grants (street_id, id, person_id, role, grid_path, from_at, to_at)
    values (${STREET}, 'g.second-community', ${personOf('follower')}, 'community_staff', ${`${STREET}.001`}, 1,
      ${WINDOW.to + 900 * DAY}),
    (${STREET}, 'g.second-street', ${personOf('neighbour')}, 'street_admin', ${STREET}, 1, ${WINDOW.to + 900 * DAY})
  `.execute(store.db)
  street.time.now = WINDOW.to + 2 * HOUR
  return street
}

/** Cards are never thrown away; a test may begin anew. */
async function withoutCards({ db }: Store): Promise<void> {
  await sql`alter table score_cards disable trigger user`.execute(db)
  await sql`truncate score_cards, score_periods cascade`.execute(db)
  await sql`alter table score_cards enable trigger user`.execute(db)
  await sql`alter table audit_log disable trigger user`.execute(db)
  await sql`delete from audit_log where operation = 'score.computed'`.execute(db)
  await sql`alter table audit_log enable trigger user`.execute(db)
}

/** What house 1 did in December: a card, four rounds of its five weeks but one, a notice passed on. */
export async function busyMonth({ db }: Store): Promise<void> {
  const street_id = STREET
  const card = {
    buildingId: 'JX-001',
    card: {},
    draftedBy: personOf('head'),
    draftedAt: 1,
    state: 'verified',
    checkedBy: personOf('grid_staff'),
    checkedAt: 2,
    photoIds: [],
    point: { latE6: 1, lngE6: 1 },
    confirmedAt: WINDOW.to - 5 * DAY,
  }
  await sql`
    insert into registrations (street_id, building_id, version, body)
    values (${street_id}, 'JX-001', 1, ${JSON.stringify(card)}::jsonb)`.execute(db)
  // Weeks that end in December 2022 begin on 28.11., 5., 12. and 19.12.
  for (const week of [0, 1, 3])
    await db
      .insertInto('inspections')
      .values({
        street_id,
        id: `round-${week}`,
        building_id: 'JX-001',
        kind: 'patrol',
        by_id: personOf('head'),
        at: Date.parse('2022-11-28T09:00:00+08:00') + week * 7 * DAY,
        items: '[]',
        note: '',
      })
      .execute()
  await db
    .insertInto('head_notices')
    .values({
      street_id,
      id: 'n1',
      grid_path: GRID,
      title: '停水通知',
      words: '明天停水',
      author_id: personOf('grid_staff'),
      author_role: 'grid_staff',
      at: WINDOW.from + DAY,
    })
    .execute()
  await db
    .insertInto('head_notice_houses')
    .values({
      street_id,
      notice_id: 'n1',
      building_id: 'JX-001',
      passed_by: personOf('head'),
      passed_at: WINDOW.from + 2 * DAY,
    })
    .execute()
  await appraised(db)
}

/** Three answers of the third quarter... and two more weights, so that there is enough to judge by. */
async function appraised(db: Store['db']): Promise<void> {
  await db
    .insertInto('appraisal_sums')
    .values({
      street_id: STREET,
      building_id: 'JX-001',
      quarter: '2022-Q4',
      head_id: personOf('head'),
      answers: 3,
      points: 36,
    })
    .execute()
  await sql`
    insert into residencies (street_id, id, person_id, building_id, kind, floating, from_at, confirmed_by, confirmed_at)
    values (${STREET}, 'r.new', ${personOf('resident')}, 'JX-001', 'tenant', true, ${WINDOW.from + DAY},
      ${personOf('head')}, ${WINDOW.from + 2 * DAY})`.execute(db)
}

/** Everything the clock has to do. */
export async function turn(street: Street): Promise<void> {
  while ((await runScores(street.system, 50)) > 0);
}

type Mine = OutputOf<'scores.mine'>['items'][number]

export async function cardOf(street: Street, who: Who, kind: 'head' | 'grid' = 'head'): Promise<Mine> {
  const { items } = answerOf(await street.ask(who, 'scores.mine', {}))
  const found = items.find((one) => one.kind === kind)
  if (!found) throw new Error(`${who} has no card`)
  return found
}

export const detail = async (street: Street, who: Who, id: string) =>
  answerOf(await street.ask(who, 'scores.get', { id }))
