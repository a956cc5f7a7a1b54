import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, personOf, refusalOf, STREET, type Street, smallStreet } from '../concerns/small-street'
import { COUNCIL, cast, closed, councilOf, DAY, motionOf, words } from './making'

const OWNERS = 'council-owners'
const M2 = 10_000
const SOURCE = '《民法典》第二百七十八条：三分之二以上参与，参与的过半数同意'

describeOnEveryEngine('what the law gives to owners', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
    await ownersOf(store)
    await secondOfficial(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  /** Four flats of three owners in the same place: the neighbour has a large one, the head two small ones. */
  async function ownersOf({ db }: Store): Promise<void> {
    const { street_id, grid_path } = await db
      .selectFrom('councils')
      .select(['street_id', 'grid_path'])
      .executeTakeFirstOrThrow()
    const council = { street_id, id: OWNERS, grid_path, name: '业主大会', unit_kind: 'owner' as const }
    await db
      .insertInto('councils')
      .values({
        ...council,
        state: 'active',
        chair_id: personOf('volunteer'),
        secretary_id: personOf('secretary'),
      })
      .execute()
    const charter = await db.selectFrom('council_charters').selectAll().executeTakeFirstOrThrow()
    await db
      .insertInto('council_charters')
      .values({ ...charter, council_id: OWNERS })
      .execute()
    const flats = [
      ['head', 50],
      ['head', 50],
      ['neighbour', 300],
      [null, 60],
    ] as const
    await db
      .insertInto('council_units')
      .values(
        flats.map(([who, m2], n) => ({
          street_id: STREET,
          council_id: OWNERS,
          id: `flat-${n + 1}`,
          place: n + 1,
          label: `1栋${n + 1}01`,
          person_id: who === null ? null : personOf(who),
          area: m2 * M2,
        })),
      )
      .execute()
  }

  /** Another official of the street; what else he does there does not matter here. */
  const secondOfficial = ({ db }: Store) =>
    db
      .insertInto('role_grants')
      .values({
        street_id: STREET,
        id: 'g.second',
        person_id: personOf('captain'),
        role: 'street_admin',
        grid_path: STREET,
        building_id: null,
        department_id: null,
        from_at: 1,
        to_at: 4_000_000_000_000,
      })
      .execute()

  const read = (who: 'street_admin' | 'grid_staff' = 'street_admin') =>
    street.ask(who, 'statutes.read', { rule: 'owners_general', source: SOURCE, sourceDate: '2021-01-01' })
  const REASON = '新的条文下个月施行，先停下来'
  const switchOff = (id: string, who: 'street_admin' | 'grid_staff' = 'street_admin') =>
    street.ask(who, 'statutes.switchOff', { id, reason: REASON })
  const propose = (councilId: string) =>
    street.ask('head', 'motions.propose', {
      councilId,
      concernId: null,
      rule: 'owners_general',
      words: words(street.time.now),
    })
  /** One official reads the law, another one confirms it. */
  async function confirmed(): Promise<string> {
    const { id } = answerOf(await read())
    answerOf(await street.ask('captain', 'statutes.confirm', { id }))
    return id
  }
  /** Proposed, seconded, screened, announced three days ago. */
  async function announcedToOwners(): Promise<{ id: string; version: number }> {
    const { id } = answerOf(await propose(OWNERS))
    answerOf(await street.ask('neighbour', 'motions.second', { id, unitId: 'flat-3' }))
    const screen = { id, version: 2, decision: 'schedule' as const, note: '可以上会' }
    answerOf(await street.ask('secretary', 'motions.screen', screen))
    const { version } = answerOf(await street.ask('grid_staff', 'motions.announce', { id, version: 3 }))
    street.time.now += 3 * DAY
    return { id, version }
  }
  const openPoll = (motion: { id: string; version: number }) =>
    street.ask('volunteer', 'motions.open_poll', { ...motion, days: 2, ballots: 'secret', opinion: false })

  test('is off until a second official has read the same, and no council of heads ever decides it', async () => {
    expect(refusalOf(await propose(OWNERS))).toBe('RULE_NOT_CONFIRMED')
    expect(refusalOf(await read('grid_staff'))).toBe('FORBIDDEN')
    const { id } = answerOf(await read())
    expect(refusalOf(await read())).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await street.ask('street_admin', 'statutes.confirm', { id }))).toBe('SELF_APPROVAL')
    expect(refusalOf(await propose(OWNERS))).toBe('RULE_NOT_CONFIRMED')
    answerOf(await street.ask('captain', 'statutes.confirm', { id }))
    expect(refusalOf(await street.ask('captain', 'statutes.confirm', { id }))).toBe('NOT_IN_THIS_STATE')
    const { items } = answerOf(await street.ask('guest', 'statutes.list', {}))
    expect(items.find(({ rule }) => rule === 'owners_general')).toMatchObject({
      confirmed: { version: 1, source: SOURCE, sourceDate: '2021-01-01' },
      waiting: null,
    })
    expect(refusalOf(await propose(COUNCIL))).toBe('WRONG_BODY')
    expect((await propose(OWNERS)).ok).toBe(true)
  })

  test('what was read cannot be rewritten, not even by the program', async () => {
    await confirmed()
    const change = store.db.updateTable('statutes').set({ source: '别的' }).execute()
    await expect(change).rejects.toThrow('stays as it was read')
  })

  test('the roll freezes owners with their area, and both shares are counted: two small flats do not outvote a large one', async () => {
    await confirmed()
    const motion = await announcedToOwners()
    const { id } = motion
    expect(refusalOf(await street.ask('follower', 'motions.second', { id, unitId: 'flat-3' }))).toBe(
      'FORBIDDEN',
    )
    answerOf(await openPoll(motion))
    const { ballot } = await motionOf(street, id, 'head')
    // Areas would tell who chose what: asked for in secret, it is opened with names.
    expect(ballot).toMatchObject({ ballots: 'open', units: 4, represented: 3, needed: { quorum: 3 } })
    expect(ballot?.mine.map(({ label }) => label)).toEqual(['1栋101', '1栋201'])
    const pollId = ballot?.id ?? ''
    await store.db.updateTable('council_units').set({ area: 1 }).where('id', '=', 'flat-3').execute()
    answerOf(await cast(street, 'head', pollId, { 'flat-1': 'for', 'flat-2': 'for' }))
    answerOf(await cast(street, 'neighbour', pollId, { 'flat-3': 'against' }))
    expect(refusalOf(await cast(street, 'follower', pollId, { 'flat-4': 'for' }))).toBe('NOT_REPRESENTATIVE')
    await closed(street, ballot?.closesAt ?? 0)
    expect((await motionOf(street, id)).ballot?.tally).toMatchObject({
      outcome: 'rejected',
      units: { all: 4, for: 2, against: 1, abstain: 0 },
      area: { all: 460 * M2, for: 100 * M2, against: 300 * M2, abstain: 0, needed: 200 * M2 + 1 },
    })
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { outcome: 'rejected' },
    })
    const larger = text.replace(`"area":${300 * M2}`, `"area":${30 * M2}`)
    expect(verifyRecord(larger, { sha256, fingerprint })).toMatchObject({ doubt: 'broken_chain' })
  })

  test('switched off by one official: nothing is proposed or opened by it until two have read the law anew', async () => {
    const statuteId = await confirmed()
    const motion = await announcedToOwners()
    expect(refusalOf(await switchOff('no-such-statute'))).toBe('NOT_FOUND')
    expect(refusalOf(await switchOff(statuteId, 'grid_staff'))).toBe('FORBIDDEN')
    answerOf(await switchOff(statuteId))
    expect(refusalOf(await switchOff(statuteId))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await propose(OWNERS))).toBe('RULE_NOT_CONFIRMED')
    expect(refusalOf(await openPoll(motion))).toBe('RULE_NOT_CONFIRMED')
    const now = async () => {
      const { items } = answerOf(await street.ask('guest', 'statutes.list', {}))
      return items.find(({ rule }) => rule === 'owners_general')
    }
    expect(await now()).toMatchObject({
      confirmed: null,
      off: { version: 1, source: SOURCE, reason: REASON, at: street.time.now },
    })
    const anew = answerOf(await read())
    expect(refusalOf(await switchOff(anew.id))).toBe('NOT_IN_THIS_STATE')
    expect(refusalOf(await openPoll(motion))).toBe('RULE_NOT_CONFIRMED')
    answerOf(await street.ask('captain', 'statutes.confirm', anew))
    expect(await now()).toMatchObject({ confirmed: { id: anew.id, version: 2 }, off: null })
    expect((await openPoll(motion)).ok).toBe(true)
    // The older text does not come back when the newer one goes.
    expect(refusalOf(await switchOff(statuteId))).toBe('NOT_IN_THIS_STATE')
    answerOf(await switchOff(anew.id))
    expect(refusalOf(await propose(OWNERS))).toBe('RULE_NOT_CONFIRMED')
    const logged = await store.db
      .selectFrom('audit_log')
      .select(['operation', 'office'])
      .where('operation', '=', 'statutes.switchOff')
      .where('outcome', '=', 'done')
      .execute()
    expect(logged).toEqual([
      { operation: 'statutes.switchOff', office: 'street_admin' },
      { operation: 'statutes.switchOff', office: 'street_admin' },
    ])
  })

  test('a poll that is open is counted by the rule it was opened with, whatever is switched off meanwhile', async () => {
    const statuteId = await confirmed()
    const motion = await announcedToOwners()
    answerOf(await openPoll(motion))
    answerOf(await switchOff(statuteId))
    const { ballot } = await motionOf(street, motion.id, 'head')
    expect(ballot?.needed.quorum).toBe(3)
    const pollId = ballot?.id ?? ''
    answerOf(await cast(street, 'head', pollId, { 'flat-1': 'for', 'flat-2': 'for' }))
    answerOf(await cast(street, 'neighbour', pollId, { 'flat-3': 'for' }))
    await closed(street, ballot?.closesAt ?? 0)
    expect((await motionOf(street, motion.id)).ballot?.tally).toMatchObject({ outcome: 'passed' })
  })

  test('what was switched off stays so, even against the program', async () => {
    answerOf(await switchOff(await confirmed()))
    const on = store.db
      .updateTable('statutes')
      .set({ off_by: null, off_at: null, off_reason: null })
      .execute()
    await expect(on).rejects.toThrow('stays as it was read')
  })

  test('two bodies of one kind in one place cannot be', async () => {
    const twin = store.db
      .insertInto('councils')
      .columns(['street_id', 'id', 'grid_path', 'name', 'unit_kind', 'state'])
      .expression((eb) =>
        eb
          .selectFrom('councils')
          .select(['street_id', eb.val('twin').as('id'), 'grid_path', 'name', 'unit_kind', 'state'])
          .where('id', '=', OWNERS),
      )
      .execute()
    await expect(twin).rejects.toThrow('councils_active')
  })
})
