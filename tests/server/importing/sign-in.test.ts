import { sql } from 'kysely'
import type { InputOf } from '../../../src/contracts/operations'
import type { System } from '../../../src/server/operation'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { asNew } from '../../support/emptying'
import { refusalOf } from '../concerns/small-street'
import { STREET_ROWS, streetFile } from './files'
import { bring, phoneOf, productionSystem, signInWechat } from './first-day'

const HEAD = '10000000002'
const STAFF = '10000000003'
const TENANT = '10000000004'

const matter: InputOf<'concerns.submit'> = {
  category: 'FIRE_EBIKE',
  title: '楼道里给电动车充电',
  detail: '一楼楼梯口',
  place: { buildingId: 'JX-001', point: null, words: '' },
  photoIds: [],
  anonymous: false,
}

describeOnEveryEngine('the first day of an imported street', (open) => {
  let store: Store
  let system: System
  let wechat: Awaited<ReturnType<typeof signInWechat>>
  beforeAll(async () => {
    wechat = await signInWechat()
    store = await open()
  })
  afterAll(() => wechat.stop())
  beforeEach(async () => {
    await asNew(store)
    await bring(store, await streetFile())
    system = await productionSystem(store, wechat.address)
  })

  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(store.db)).rows

  test('the head and the grid staff of the file sign in with WeChat, prove their numbers and work', async () => {
    const tenant = await phoneOf(system, 'li')
    await tenant.ask('people.leaveWechatPhone', { code: `phone-${TENANT}` })
    const head = await phoneOf(system, 'wen')
    expect((await head.ask('people.me', {})).offices).toEqual([])
    const me = await head.ask('people.leaveWechatPhone', { code: `phone-${HEAD}` })
    expect(me).toMatchObject({
      name: '温师傅',
      offices: [{ role: 'head', buildingId: 'JX-001' }],
      isStaff: true,
    })
    const staff = await phoneOf(system, 'zeng')
    await staff.ask('people.leaveWechatPhone', { code: `phone-${STAFF}` })

    // The tenant's home came with the file; his head knows him.
    const { items } = await head.ask('residences.list', {})
    expect(items).toMatchObject([{ buildingId: 'JX-001', kind: 'tenant' }])
    await head.ask('residences.confirm', { id: items[0]?.id ?? '' })
    expect(await tenant.ask('people.me', {})).toMatchObject({ realNameLevel: 2 })

    const { id } = await tenant.ask('concerns.submit', matter)
    await head.ask('concerns.accept', { id, version: 1, level: 3, desk: 'head' })
    const taken = await staff.ask('concerns.get', { id })
    expect(taken).toMatchObject({ state: 'accepted' })
    expect((await head.ask('heads.mine', {})).buildings).toMatchObject([
      { buildingId: 'JX-001', kind: 'head' },
    ])
  })

  test('what somebody did before his number was known stays his, and what he reported himself the grid handles', async () => {
    const head = await phoneOf(system, 'wen')
    await head.ask('people.leavePhone', { phone: HEAD })
    expect((await head.ask('people.me', {})).offices).toEqual([])
    const { id } = await head.ask('concerns.submit', matter)
    await head.ask('people.leaveWechatPhone', { code: `phone-${HEAD}` })
    expect((await head.ask('concerns.mine', {})).items).toMatchObject([{ id }])
    expect(await rows(sql`select desk, owner_id from concerns`)).toEqual([{ desk: 'grid', owner_id: null }])
  })

  test('it leaves one line in the audit log, and of the file nothing but the key', async () => {
    const head = await phoneOf(system, 'wen')
    await head.ask('people.leaveWechatPhone', { code: `phone-${HEAD}` })
    await head.ask('people.leaveWechatPhone', { code: `phone-${HEAD}-again` })
    const told = await rows(
      sql`select a.actor_id, j.person_id from audit_log a join joined_persons j on j.imported_id = a.subject_id
        where a.operation = 'people.joined'`,
    )
    expect(told).toEqual([{ actor_id: head.personId, person_id: head.personId }])
    const left = await rows(
      sql`select phone_enc, phone_index, birth_year from persons where id in (select imported_id from joined_persons)`,
    )
    expect(left).toEqual([{ phone_enc: null, phone_index: null, birth_year: null }])
  })

  test('the same file again changes nothing, and a later one finds who took over', async () => {
    const head = await phoneOf(system, 'wen')
    await head.ask('people.leaveWechatPhone', { code: `phone-${HEAD}` })
    const before = await rows(sql`select * from role_grants order by id`)
    await bring(store, await streetFile())
    expect(await rows(sql`select * from role_grants order by id`)).toEqual(before)
    const [first = {}, second = {}, ...others] = STREET_ROWS.offices ?? []
    const more = { ...second, 楼栋编号: 'JX-002' }
    await bring(store, await streetFile({ ...STREET_ROWS, offices: [first, second, more, ...others] }))
    const { offices } = await head.ask('people.me', {})
    expect(offices.map(({ buildingId }) => buildingId).sort()).toEqual(['JX-001', 'JX-002'])
  })

  test('whoever proved his number before the file came finds his office when it does', async () => {
    const early = await phoneOf(system, 'early')
    await early.ask('people.leaveWechatPhone', { code: 'phone-10000000055' })
    const [first = {}] = STREET_ROWS.offices ?? []
    const late = {
      ...first,
      公示姓名: '何晓燕',
      电话: '10000000055',
      岗位: '网格长',
      网格编码: '441302010-001-005',
    }
    await bring(store, await streetFile({ ...STREET_ROWS, offices: [...(STREET_ROWS.offices ?? []), late] }))
    expect(await early.ask('people.me', {})).toMatchObject({
      name: '何晓燕',
      offices: [{ role: 'grid_head' }],
    })
  })

  test('a typed number brings nothing, and the second who proves one finds it taken', async () => {
    const one = await phoneOf(system, 'one')
    await one.ask('people.leavePhone', { phone: STAFF })
    expect((await one.ask('people.me', {})).offices).toEqual([])
    const [a, b] = [await phoneOf(system, 'a'), await phoneOf(system, 'b')]
    await a.ask('people.leaveWechatPhone', { code: `phone-${STAFF}-a` })
    await b.ask('people.leaveWechatPhone', { code: `phone-${STAFF}-b` })
    expect((await a.ask('people.me', {})).offices).toHaveLength(1)
    expect((await b.ask('people.me', {})).offices).toEqual([])
    expect(refusalOf(await b.try('offices.postPhone', { show: true }))).toBeNull()
  })

  test('of eight who prove one number at the same instant one has the office', async () => {
    const phones = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => phoneOf(system, `twin-${n}`)))
    await Promise.all(
      phones.map((phone, n) => phone.ask('people.leaveWechatPhone', { code: `phone-${HEAD}-${n}` })),
    )
    const offices = await Promise.all(
      phones.map(async (phone) => (await phone.ask('people.me', {})).offices.length),
    )
    expect(offices.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
    expect(await rows(sql`select count(*)::int as n from joined_persons`)).toEqual([{ n: 1 }])
    expect(
      await rows(sql`select count(*)::int as n from audit_log where operation = 'people.joined'`),
    ).toEqual([{ n: 1 }])
  })

  test('every column that names a person is either taken over, or names only somebody who has signed in', async () => {
    const named = await rows(sql`
      select c.conrelid::regclass::text || '.' || a.attname as name
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
      where c.contype = 'f' and c.confrelid = 'persons'::regclass order by 1`)
    const names = (named as { name: string }[]).map(({ name }) => name.replace(/^app\./, ''))
    expect(names.filter((name) => ![...TAKEN_OVER, ...SIGNED_IN].includes(name))).toEqual([])
  })
})

/** What others may write about somebody who has not come yet: `people/imported.ts` brings it to him. */
const TAKEN_OVER = [
  'appraisal_sums.head_id',
  'councils.chair_id',
  'councils.secretary_id',
  'council_units.person_id',
  'guardianships.guardian_id',
  'hardship_cases.owner_id',
  'head_appointments.person_id',
  'inbox_messages.person_id',
  'joined_persons.imported_id',
  'meeting_signins.person_id',
  'office_requests.person_id',
  'pairings.helper_id',
  'party_branches.secretary_id',
  'proxies.holder_id',
  'residencies.person_id',
  'role_grants.person_id',
  'score_lives.person_id',
  'service_offers.provider_id',
  'volunteer_tasks.leader_id',
]

/** What one only does, or is given, after signing in. */
const SIGNED_IN = [
  'account_closings.person_id',
  'appraisal_voters.person_id',
  'ballot_slips.decided_by',
  'ballot_slips.disputed_by',
  'ballot_slips.entered_by',
  'ballots.person_id',
  'children.guardian_id',
  'children.person_id',
  'consents.person_id',
  'corrections.person_id',
  'council_terms.person_id',
  'guardianships.minor_id',
  'helped_persons.helper_id',
  'helped_persons.person_id',
  'hardship_cases.person_id',
  'hardship_cases.reported_by',
  'household_members.person_id',
  'household_representatives.person_id',
  'households.founded_by',
  'meeting_speeches.person_id',
  'motion_speeches.person_id',
  'motion_voices.person_id',
  'motions.proposer_id',
  'pairing_helpers.person_id',
  'pairing_visits.confirmed_by',
  'pairing_visits.helper_id',
  'pairings.person_id',
  'pairings.proposed_by',
  'person_keys.person_id',
  'point_entries.person_id',
  'concerns.reporter_id',
  'endorsements.person_id',
  'grid_changes.by_id',
  'head_notices.author_id',
  'inspections.by_id',
  'joined_persons.person_id',
  'logins.person_id',
  'message_grants.person_id',
  'offer_bookings.person_id',
  'opinion_voters.person_id',
  'outgoing_messages.person_id',
  'photos.decided_by',
  'photos.uploader_id',
  'posted_phones.person_id',
  'project_money.by_id',
  'proxies.given_by',
  'roll_strikes.by_id',
  'roll_strikes.second_id',
  'service_disputes.person_id',
  'service_records.confirmed_by',
  'service_records.person_id',
  'sessions.person_id',
  'statutes.confirmed_by',
  'statutes.off_by',
  'statutes.proposed_by',
  'station_activities.made_by',
  'volunteer_certificates.person_id',
  'volunteer_signups.person_id',
  'volunteer_tasks.proposer_id',
]
