import { COUNCIL } from '../../../src/server/seeds/council-codes'
import type { Store } from '../../../src/server/storage/database'
import { pilotStore } from '../../support/pilot-store'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
let store: Store
beforeAll(async () => {
  store = await pilotStore(EPOCH)
})
afterAll(() => store.close())

test('the pilot’s council has lamps in debate, parking at the vote, the elders’ room in publicity, plates to be accepted, the rounds in force, two matters behind it, a chair elected, and two people to be elected who look at the accounts', async () => {
  const motions = await store.db
    .selectFrom('motions')
    .select(['id', 'state'])
    .where('council_id', '=', COUNCIL)
    .orderBy('id')
    .execute()
  expect(motions).toEqual([
    { id: 'motion.chair', state: 'in_force' },
    { id: 'motion.elders', state: 'publicity' },
    { id: 'motion.lamp-posts', state: 'in_force' },
    { id: 'motion.lamps', state: 'debating' },
    { id: 'motion.lookers', state: 'announced' },
    { id: 'motion.lookouts', state: 'ended' },
    { id: 'motion.parking', state: 'voting' },
    { id: 'motion.plates', state: 'implementing' },
    { id: 'motion.rounds', state: 'in_force' },
  ])
})

test('103 of 191 houses have voted on parking, none of 温师傅 and 曾大姐; 101 to 33 decided the room', async () => {
  const ballots = await store.db
    .selectFrom('ballots')
    .select('unit_id')
    .where('poll_id', '=', 'poll.parking')
    .execute()
  expect(ballots).toHaveLength(103)
  expect(ballots.filter(({ unit_id }) => ['JX-023', 'JX-044', 'JX-045'].includes(unit_id))).toEqual([])
  const counted = await store.db
    .selectFrom('polls')
    .select(['tally', 'units', 'represented'])
    .where('id', '=', 'poll.elders')
    .executeTakeFirstOrThrow()
  expect(counted).toMatchObject({
    units: 191,
    represented: 191,
    tally: { units: { all: 191, for: 101, against: 33, abstain: 4 }, outcome: 'passed' },
  })
})

test('139 houses of 154 wanted the lamps; 64 for and 64 against the lookouts is a tie, and a tie fails', async () => {
  const polls = await store.db
    .selectFrom('polls')
    .select(['id', 'tally'])
    .where('id', 'in', ['poll.lamp-posts', 'poll.lookouts'])
    .orderBy('id')
    .execute()
  expect(polls.map(({ tally }) => tally)).toMatchObject([
    { units: { for: 139, against: 9, abstain: 6 }, outcome: 'passed' },
    { units: { for: 64, against: 64, abstain: 0 }, outcome: 'rejected' },
  ])
})

test('nothing of the council that the clock should have done is left, and the open poll ends in the evening', async () => {
  const due = await store.db.selectFrom('motions').select('id').where('next_at', '<=', EPOCH).execute()
  expect(due).toEqual([])
  const { closes_at } = await store.db
    .selectFrom('polls')
    .select('closes_at')
    .where('id', '=', 'poll.parking')
    .executeTakeFirstOrThrow()
  expect(closes_at).toBe(EPOCH + 2 * 86_400_000 + 20 * 3_600_000)
})

test('its meetings: one with signed minutes, one under way over the lamps, one to come', async () => {
  const meetings = await store.db
    .selectFrom('meetings as m')
    .select(['m.id', 'm.no', 'm.state'])
    .select(({ selectFrom }) =>
      selectFrom('meeting_signins as s')
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .whereRef('s.meeting_id', '=', 'm.id')
        .as('came'),
    )
    .where('m.council_id', '=', COUNCIL)
    .orderBy('m.no')
    .execute()
  expect(meetings.map((one) => ({ ...one, came: Number(one.came) }))).toEqual([
    { id: 'meeting.rounds', no: 1, state: 'published', came: 141 },
    { id: 'meeting.lamps', no: 2, state: 'in_session', came: 131 },
    { id: 'meeting.coming', no: 3, state: 'notified', came: 0 },
  ])
})

test('the households of 30栋 have a body of their own: four of five are spoken for, by people who live there', async () => {
  const house = await store.db
    .selectFrom('councils')
    .selectAll()
    .where('building_id', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(house).toMatchObject({ id: 'council.house.30', unit_kind: 'household', building_id: 'JX-030' })
  const lines = await store.db
    .selectFrom('council_units as u')
    .leftJoin('residencies as r', 'r.person_id', 'u.person_id')
    .select(['u.label', 'r.building_id'])
    .where('u.council_id', '=', house.id)
    .orderBy('u.place')
    .execute()
  expect(lines.map(({ building_id }) => building_id)).toEqual(['JX-030', 'JX-030', 'JX-030', 'JX-030', null])
  const motion = await store.db
    .selectFrom('motions')
    .select('state')
    .where('council_id', '=', house.id)
    .executeTakeFirstOrThrow()
  expect(motion.state).toBe('seconded')
})

test('two of 103 votes on parking came on paper, one more slip waits; of the plates’ account every 分 is shown', async () => {
  const slips = await store.db.selectFrom('ballot_slips').select(['state']).orderBy('state').execute()
  expect(slips.map(({ state }) => state)).toEqual(['counted', 'counted', 'waiting'])
  const project = await store.db.selectFrom('projects').select(['id', 'state']).executeTakeFirstOrThrow()
  expect(project).toEqual({ id: 'project.plates', state: 'to_accept' })
  const lines = await store.db
    .selectFrom('project_money')
    .select(['seq', 'fen', 'reverses'])
    .orderBy('seq')
    .execute()
  expect(lines.map(({ fen, reverses }) => [fen, reverses])).toEqual([
    [144_000, null],
    [138_000, null],
    [6_000, null],
    [6_000, 3],
    [4_500, null],
  ])
})

test('温师傅 leads the council because 81 of 148 houses chose him, and nobody can tell which', async () => {
  const { tally, slate } = await store.db
    .selectFrom('polls')
    .select(['tally', 'slate'])
    .where('id', '=', 'poll.chair')
    .executeTakeFirstOrThrow()
  expect(tally).toMatchObject({ units: { for: 142, abstain: 6 }, outcome: 'passed' })
  expect(tally?.election?.votes.map(({ votes }) => votes)).toEqual([81, 39, 22])
  expect(slate?.candidates.map(({ label }) => label)).toEqual(['23栋', '66栋', '104栋'])
  const terms = await store.db.selectFrom('council_terms').select(['office', 'motion_id']).execute()
  expect(terms).toEqual([{ office: 'chair', motion_id: 'motion.chair' }])
  const named = await store.db
    .selectFrom('ballots')
    .select('unit_id')
    .where('poll_id', '=', 'poll.chair')
    .execute()
  expect(named).toEqual([])
})
