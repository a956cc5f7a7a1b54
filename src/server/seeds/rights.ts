import { wordsPlace } from '../people/corrections'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, HOUR, MINUTE, PILOT_GRID, STREET } from './codes'
import { personOf } from './personas'
import type { SealingVault } from './rows'

interface SeedLook {
  id: string
  by: string
  office: 'grid_staff' | 'grid_head' | 'community_staff'
  /** Before the epoch. */
  ago: number
  reason: string
}

/** Looks at the phone of 李先生: those who had to ring him about what he reported. */
const LOOKS: SeedLook[] = [
  {
    id: 'k.1',
    by: 'staff.grid',
    office: 'grid_staff',
    ago: 58 * DAY - 10 * HOUR,
    reason: '约时间看路灯装在哪里',
  },
  {
    id: 'k.2',
    by: 'community.staff',
    office: 'community_staff',
    ago: 21 * DAY - 9 * HOUR,
    reason: '问清楚摔倒的地方',
  },
  {
    id: 'k.3',
    by: 'grid.head',
    office: 'grid_head',
    ago: 2 * DAY - 15 * HOUR - 20 * MINUTE,
    reason: '办完了，回访一下',
  },
]

/** What 李先生 agreed to, took back, and agreed to again. */
const SAID = [
  { id: 'y.1', purpose: 'phone' as const, given: true, ago: 90 * DAY },
  { id: 'y.2', purpose: 'messages' as const, given: true, ago: 58 * DAY },
  { id: 'y.3', purpose: 'messages' as const, given: false, ago: 12 * DAY },
  { id: 'y.4', purpose: 'messages' as const, given: true, ago: 11 * DAY },
]

const CORRECTION = {
  id: 'x.home',
  words: '我是业主的女儿，登记成租户了，请改成家属。',
  askedAgo: 3 * DAY - 10 * HOUR,
  dueIn: 18 * DAY - 6 * HOUR - 30 * MINUTE,
}

/** Some life in what people may do with their own data: looks, consents, and a request that waits for the grid. */
export async function writeRights(tx: Tx, epoch: number, vault: SealingVault): Promise<void> {
  const street_id = STREET
  const li = personOf('resident.li')
  await insertAll(
    tx,
    'access_log',
    LOOKS.map(({ id, by, ago, reason }) => ({
      ...{ street_id, id, actor_id: personOf(by), subject_id: li, concern_id: null },
      ...{ what: 'reporter_phone', reason, at: epoch - ago },
    })),
  )
  await insertAll(
    tx,
    'audit_log',
    LOOKS.map(({ id, by, office, ago }) => ({
      ...{ street_id, id: `l.${id}`, at: epoch - ago, actor_id: personOf(by), office },
      ...{ operation: 'concerns.readReporter', subject_id: null, request_id: `seed.${id}`, outcome: 'done' },
      input_hash: vault.index(id, 'command'),
    })),
  )
  await insertAll(
    tx,
    'consents',
    SAID.map(({ ago, ...said }) => ({ ...said, street_id, person_id: li, version: 1, at: epoch - ago })),
  )
  const { id, words, askedAgo, dueIn } = CORRECTION
  await insertAll(tx, 'corrections', [
    {
      ...{
        street_id,
        id,
        person_id: personOf('resident.new'),
        grid_path: PILOT_GRID,
        about: 'home' as const,
      },
      ...{ words_enc: vault.seal(words, wordsPlace(id)), asked_at: epoch - askedAgo, due_at: epoch + dueIn },
    },
  ])
}
