import { type InputOf, OPERATION_NAMES, operations, type QueryName } from '../../../src/contracts/operations'
import { dayOf } from '../../../src/core/concerns/calendar'
import { CATEGORY_CODES } from '../../../src/core/concerns/category'
import { FIGURES } from '../../../src/core/dashboard/figures'
import { LIST_KINDS } from '../../../src/core/lists/entry'
import { keyOf } from '../../../src/server/people/personal-keys'
import { openPhone } from '../../../src/server/people/profile'
import { buildingId } from '../../../src/server/seeds/estate'
import { PERSONAS } from '../../../src/server/seeds/personas'
import { epochOf } from '../../../src/server/seeds/seed'
import type { Store } from '../../../src/server/storage/database'
import { bearer, openTestDoor, type TestDoor } from '../../http/door'
import { pilotStore } from '../../support/pilot-store'
import { NOW, STREET, vault } from '../people/street'
import { type Canary, NEWCOMERS, plant, welcome } from './planted'

jest.setTimeout(900_000)

let store: Store
let door: TestDoor
let canaries: Canary[]
/** Everything each of them was answered, as one text. */
const heard = new Map<string, string>()
const tokens = new Map<string, string>()

beforeAll(async () => {
  store = await pilotStore(epochOf(NOW))
  door = await openTestDoor(store, { limits: { signIns: 1_000, commands: 10_000 } })
  for (const { id } of PERSONAS) tokens.set(id, await door.signIn(id))
  for (const who of NEWCOMERS) tokens.set(who, await welcome(door, store, who))
  canaries = await plant(door, tokens, store)
  const ids = await idsToAsk()
  for (const who of ['guest', ...tokens.keys()]) heard.set(who, await everythingTold(who, ids))
})
afterAll(async () => {
  await door.close()
  await store.close()
})

/** Every matter of the three, and some of the story's. */
async function idsToAsk(): Promise<string[]> {
  const rows = await store.db
    .selectFrom('concerns as c')
    .innerJoin('persons as p', 'p.id', 'c.reporter_id')
    .select(['c.id', 'p.public_name'])
    .orderBy('c.submitted_at', 'desc')
    .execute()
  const own = rows.filter(({ public_name }) => public_name.startsWith('金丝雀'))
  return [...new Set([...own, ...rows.slice(0, 25)].map(({ id }) => id))]
}

const headersOf = (who: string) => (who === 'guest' ? {} : bearer(tokens.get(who) ?? ''))

/** All that one person is told by every query there is, page after page. */
async function everythingTold(who: string, ids: string[]): Promise<string> {
  const place = { buildingId: buildingId(23), point: null }
  const show = ['open', 'done', 'all'] as const
  const hazardIds = (await store.db.selectFrom('hazards').select('id').execute()).map(({ id }) => id)
  const asked: { [Name in QueryName]: InputOf<Name>[] } = {
    'people.personas': [{}],
    'people.me': [{}],
    'dashboard.figure': FIGURES.map((figure) => ({ gridPath: STREET, figure })),
    'children.mine': [{}],
    'people.exportMore': [{ kind: 'matter', skip: 0 }],
    'places.grid': [{ gridPath: STREET }, { gridPath: `${STREET}.001.005` }],
    'places.estate': (await estateIds()).map((estateId) => ({ estateId })),
    'places.estates': [{}],
    'places.plate': [{ code: 'plate' }],
    'places.departments': [{}],
    'concerns.similar': CATEGORY_CODES.map((category) => ({ category, ...place })),
    'concerns.list': [...show.map((one) => ({ show: one })), { text: '金丝雀', show: 'all' }],
    'concerns.mine': [{}],
    'concerns.get': ids.map((id) => ({ id })),
    'concerns.find': [{ no: 'XJ2212190001' }],
    'concerns.queue': [{}, { tab: 'to_accept' }, { tab: 'in_hand' }],
    'home.show': [{}, { gridPath: STREET }],
    'grids.history': [{ gridPath: STREET }],
    'grids.boundary': [{ gridPath: `${STREET}.001.005` }],
    'services.show': [{ gridPath: STREET }],
    'joint.list': [{ gridPath: STREET }, { gridPath: STREET, show: 'over' }],
    'joint.get': [{ id: 'jm.jindu-gate' }, { id: 'jm.jinxing-charging' }],
    'content.queue': [{}],
    'inbox.list': [{}],
    'buildings.get': [23, 61, 113].map((no) => ({ id: buildingId(no) })),
    'buildings.list': [{}],
    // No plate of the demo data waits to be put up: drawing some for everybody would take minutes.
    'plates.print': [{ gridPath: `${STREET}.001.005.01` }],
    'census.show': [{}, { gridPath: STREET }],
    'hazards.list': [{}, { show: 'cleared' }],
    'hazards.get': hazardIds.map((id) => ({ id })),
    'register.preview': [{ name: 'a.csv', base64: 'YQ==' }],
    'register.template': [{}],
    'bodies.template': [{ kind: 'owner' }],
    'register.export': (['buildings', 'heads', 'concerns'] as const).map((what) => ({
      gridPath: `${STREET}.001.005`,
      what,
      as: 'csv' as const,
    })),
    'heads.posted': [{ gridPath: STREET }],
    'heads.list': [{ gridPath: `${STREET}.001.005.01` }],
    'heads.get': (await headIds()).map((id) => ({ id })),
    'heads.candidates': [{ buildingId: buildingId(23) }],
    'heads.mine': [{}],
    'notices.to_pass': [{}],
    'notices.written': [{}],
    'guardians.mine': [{}],
    'households.mine': [{}],
    'residences.mine': [{}],
    'residences.list': [{}, { show: 'living' }],
    'offices.list': [{ gridPath: `${STREET}.001.005` }],
    'places.board': [{ gridPath: `${STREET}.001.005` }],
    'messages.mine': [{}],
    'people.looks': [{}],
    'people.closing': [{}],
    'consents.mine': [{}],
    'corrections.mine': [{}],
    'corrections.waiting': [{}],
    'tasks.list': (['coming', 'mine', 'drafts', 'past'] as const).map((one) => ({ show: one })),
    'tasks.get': (await taskIds()).map((id) => ({ id })),
    'tasks.code': (await taskIds()).map((id) => ({ id })),
    'service.mine': [{}],
    'service.waiting': [{}],
    'certificates.waiting': [{}],
    // Drawing papers for everybody would take minutes; whose they are is asked before anything is drawn.
    'certificates.print': [{ id: 'no-such-certificate' }],
    'points.mine': [{}],
    'certificates.verify': [{ no: 'XJZY-2022-000001', code: 'a'.repeat(16) }],
    'offers.list': (['open', 'ended', 'provided'] as const).map((show) => ({ gridPath: STREET, show })),
    'offers.get': (await offerIds()).map((id) => ({ id })),
    'offers.mine': [{}],
    'offers.day': (await sittingDays()).map((one) => one),
    'goals.list': [{ gridPath: `${STREET}.001.005` }],
    'goals.get': (await goalIds()).map((id) => ({ id })),
    'changes.list': [{ gridPath: STREET }],
    'changes.get': (await changeIds()).map((id) => ({ id })),
    'lists.show': [{ gridPath: STREET }, { gridPath: `${STREET}.001.005` }],
    'lists.entries': LIST_KINDS.map((list) => ({ gridPath: `${STREET}.001.005`, list })),
    'lists.week': [{ gridPath: `${STREET}.001.005` }, { gridPath: `${STREET}.001` }],
    // Drawn from the same answer as lists.week; drawing it for everybody would take minutes.
    'lists.print': [{ gridPath: 'no-such-grid' }],
    'lists.chain': ids.slice(0, 5).map((id) => ({ kind: 'concern' as const, id })),
    'councils.show': [{}],
    'motions.list': (['open', 'done'] as const).map((one) => ({ councilId: COUNCIL, show: one })),
    'motions.get': (await motionIds()).map((id) => ({ id })),
    'motions.record': (await pollIds()).map((pollId) => ({ pollId })),
    'ballots.mine': [{}],
    'meetings.list': [{ councilId: COUNCIL }],
    'meetings.live': (await meetingIds()).map((id) => ({ id })),
    'meetings.code': (await meetingIds()).map((id) => ({ id })),
    'meetings.roll': (await meetingIds()).map((id) => ({ id })),
    'meetings.minutes': (await meetingIds()).map((id) => ({ id })),
    'statutes.list': [{}],
    'bodies.list': [{ gridPath: STREET }],
    'bodies.show': (await bodyIds()).map((id) => ({ id })),
    'bodies.struck': (await bodyIds()).map((id) => ({ id })),
    'projects.list': [{ councilId: COUNCIL }],
    'projects.of_grid': [{ gridPath: `${STREET}.001.005` }],
    'projects.get': (await projectIds()).map((id) => ({ id })),
    'rolls.units': (await motionIds()).map((motionId) => ({ motionId })),
    'slips.list': (await motionIds()).map((motionId) => ({ motionId })),
    'scores.mine': [{}],
    'scores.get': (await lifeIds()).map((id) => ({ id })),
    'scores.list': [
      { kind: 'head', gridPath: `${STREET}.001.005` },
      { kind: 'grid', gridPath: STREET },
    ],
    'scores.board': [{ kind: 'head', gridPath: `${STREET}.001.005` }],
    'appraisals.show': [{}],
    'rewards.list': [{ gridPath: `${STREET}.001.005` }],
    'pairings.list': (['mine', 'grid', 'overdue', 'over'] as const).map((one) => ({ show: one })),
    'pairings.get': (await pairingIds()).map((id) => ({ id })),
    'pairings.helpers': [{ buildingId: buildingId(23) }],
    'hardship.list': (['open', 'to_strike', 'over'] as const).map((one) => ({ show: one })),
    'hardship.mine': [{}],
  }
  const told: string[] = []
  for (const [operation, inputs] of Object.entries(asked))
    for (const input of inputs) told.push(...(await allPages(who, operation, input)))
  return told.join('\n')
}

const COUNCIL = 'council.jinxing-20'
const motionIds = async () =>
  (await store.db.selectFrom('motions').select('id').execute()).map(({ id }) => id)
const bodyIds = async () =>
  (await store.db.selectFrom('councils').select('id').where('unit_kind', '!=', 'building').execute()).map(
    ({ id }) => id,
  )
const taskIds = async () =>
  (await store.db.selectFrom('volunteer_tasks').select('id').orderBy('id').execute()).map(({ id }) => id)
const pairingIds = async () =>
  (await store.db.selectFrom('pairings').select('id').execute()).map(({ id }) => id)
const offerIds = async () =>
  (await store.db.selectFrom('service_offers').select('id').orderBy('id').execute()).map(({ id }) => id)
const sittingDays = async () =>
  (
    await store.db
      .selectFrom('offer_bookings')
      .select(['offer_id', 'starts_at'])
      .distinct()
      .orderBy('starts_at')
      .execute()
  ).map(({ offer_id, starts_at }) => ({ id: offer_id, day: dayOf(starts_at) }))
const goalIds = async () =>
  (await store.db.selectFrom('weekly_goals').select('id').orderBy('id').limit(5).execute()).map(
    ({ id }) => id,
  )
const changeIds = async () =>
  (await store.db.selectFrom('monthly_changes').select('id').execute()).map(({ id }) => id)
const meetingIds = async () =>
  (await store.db.selectFrom('meetings').select('id').execute()).map(({ id }) => id)
const projectIds = async () =>
  (await store.db.selectFrom('projects').select('id').execute()).map(({ id }) => id)
const pollIds = async () => (await store.db.selectFrom('polls').select('id').execute()).map(({ id }) => id)

const headIds = async () =>
  (
    await store.db.selectFrom('head_appointments').select('id').orderBy('state', 'desc').limit(3).execute()
  ).map(({ id }) => id)

const lifeIds = async () =>
  (await store.db.selectFrom('score_lives').select('id').orderBy('id').limit(5).execute()).map(({ id }) => id)

const estateIds = async () =>
  (await store.db.selectFrom('estates').select('id').execute()).map(({ id }) => id)

async function allPages(who: string, operation: string, input: object): Promise<string[]> {
  const told: string[] = []
  let cursor: string | null = null
  do {
    const called = await door.call(operation, { ...input, ...(cursor && { cursor }) }, headersOf(who))
    told.push(called.text)
    cursor = (called.body.data as { cursor?: string | null } | undefined)?.cursor ?? null
  } while (cursor)
  return told
}

test('every query there is was asked, by everybody', () => {
  const queries = OPERATION_NAMES.filter((name) => operations[name].kind === 'query')
  const asked = queries.filter((name) => door.lines.some((line) => line.includes(`"${name}"`)))
  expect(asked).toEqual(queries)
  expect(heard.size).toBe(PERSONAS.length + NEWCOMERS.length + 1)
  expect([...heard.values()].filter((text) => text.includes('"INTERNAL"'))).toEqual([])
})

test('what was planted is found by exactly those who may know it', () => {
  expect(canaries.length).toBeGreaterThan(60)
  for (const { what, value, knownTo } of canaries) {
    const finders = [...heard].filter(([, text]) => text.includes(value)).map(([who]) => who)
    expect({ what, finders: finders.sort() }).toEqual({ what, finders: [...knownTo].sort() })
  }
})

async function postedPhones(): Promise<string[]> {
  const rows = await store.db
    .selectFrom('posted_phones as o')
    .innerJoin('persons as p', 'p.id', 'o.person_id')
    .select(['p.id', 'p.phone_enc', keyOf('p.street_id', 'p.id').as('key_enc')])
    .execute()
  return rows.map(({ phone_enc, ...row }) => openPhone(vault, { ...row, phone_enc: phone_enc ?? '' }))
}

/** A number the story's reporter typed himself; its words are held, and only those who screen them read it. */
const TYPED = '房东愿意谈，电话10020221221'

test('no phone number of anybody is in any answer, but those whose owners agreed to have them posted', async () => {
  const posted = await postedPhones()
  expect(posted.length).toBeGreaterThan(3)
  for (const [who, text] of heard) {
    const phones = text
      .split(TYPED)
      .join('')
      .match(/(?<!\d)100\d{8}(?!\d)/g)
    expect([who, (phones ?? []).filter((phone) => !posted.includes(phone))]).toEqual([who, []])
  }
  expect([...heard].filter(([, text]) => text.includes(TYPED)).map(([who]) => who)).not.toContain('guest')
})

test('the log holds nothing that was planted', () => {
  const log = door.lines.join('\n')
  expect(door.lines.length).toBeGreaterThan(1_000)
  expect(canaries.filter(({ value }) => log.includes(value)).map(({ what }) => what)).toEqual([])
})

test('who types something wrong does not get it back, and it does not stand in the log', async () => {
  const before = door.lines.length
  for (const { value } of canaries) {
    const given = { [value]: value, id: value, title: value, phone: value, code: [value], cursor: value }
    for (const operation of [
      'concerns.submit',
      'people.leavePhone',
      'concerns.list',
      'concerns.get',
      value,
    ]) {
      const called = await door.call(encodeURIComponent(operation), given, headersOf('jia'))
      expect([operation, called.body.ok]).toEqual([operation, false])
      expect(called.text).not.toContain(value)
    }
  }
  const log = door.lines.slice(before).join('\n')
  expect(canaries.filter(({ value }) => log.includes(value)).map(({ what }) => what)).toEqual([])
})

test('a private photo is given by its signed address alone', async () => {
  const { value: id } = canaries.find(({ what }) => what === '困难照片') ?? { value: '' }
  for (const query of ['', '?until=99999999999999&sig=', `?until=${NOW + 1}&sig=${'A'.repeat(43)}`]) {
    const answered = await door.app.inject({ url: `/photos/${id}${query}`, headers: headersOf('yi') })
    expect(answered.statusCode).toBe(404)
  }
})
