import { sql } from 'kysely'
import { verifyRecord } from '../../../src/core/council/verify'
import { sha256 } from '../../../src/server/council/sha256'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, personOf, refusalOf, type Street, smallStreet } from '../concerns/small-street'
import { appoint, cast, closed, councilOf, everybodyVotes, motionOf, voting } from './making'

describeOnEveryEngine('a poll', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const rowsOf = async (
    table: 'ballots' | 'poll_participants' | 'poll_boxes' | 'poll_buckets' | 'poll_units',
  ) => store.db.selectFrom(table).selectAll().execute()

  test('its roll holds the empty seat, and nobody who came later; its hash is told from the opening on', async () => {
    const { id, pollId } = await voting(street)
    const before = (await motionOf(street, id)).ballot
    expect(before).toMatchObject({ units: 5, represented: 4, tally: null, fingerprint: null })
    const first = await store.db
      .selectFrom('buildings')
      .selectAll()
      .where('id', '=', 'JX-005')
      .executeTakeFirstOrThrow()
    const late = { ...first, id: 'JX-006', no: 6, label: '6栋', plate_code: 'c6' }
    await store.db.insertInto('buildings').values(late).execute()
    await appoint(store.db, 'captain', 'JX-006')
    expect(refusalOf(await cast(street, 'captain', pollId, { 'JX-006': 'for' }))).toBe('NOT_IN_ROLL')
    expect((await motionOf(street, id)).ballot?.rollHash).toBe(before?.rollHash)
  })

  test('the head of two houses votes for each on one screen, all or nothing, and may change it until the close', async () => {
    const { id, pollId, closesAt } = await voting(street)
    const foreign = await cast(street, 'neighbour', pollId, { 'JX-002': 'for', 'JX-004': 'for' })
    expect(refusalOf(foreign)).toBe('NOT_REPRESENTATIVE')
    expect(await rowsOf('ballots')).toEqual([])
    const both = { 'JX-002': 'for', 'JX-003': 'against' } as const
    const { receipts } = answerOf(await cast(street, 'neighbour', pollId, both))
    expect(receipts.map(({ label }) => label)).toEqual(['2栋', '3栋'])
    const changed = answerOf(await cast(street, 'neighbour', pollId, { 'JX-003': 'for' })).receipts
    expect(changed[0]?.receipt).not.toBe(receipts[1]?.receipt)
    expect((await motionOf(street, id, 'neighbour')).ballot).toMatchObject({
      takingPart: 2,
      mine: [
        { label: '2栋', choice: 'for' },
        { label: '3栋', choice: 'for', receipt: changed[0]?.receipt },
      ],
    })
    await closed(street, closesAt)
    expect(refusalOf(await cast(street, 'neighbour', pollId, both))).toBe('POLL_CLOSED')
    expect((await motionOf(street, id)).ballot?.tally?.outcome).toBe('no_quorum')
  })

  test('nobody is told more than the turnout before the close, not by an answer and not by the tables', async () => {
    const { id, pollId } = await voting(street)
    await everybodyVotes(street, pollId)
    for (const who of ['guest', 'volunteer', 'secretary', 'street_admin', 'auditor'] as const) {
      const told = JSON.stringify(await motionOf(street, id, who))
      expect(told).toContain('"takingPart":4')
      expect(told).not.toMatch(/"choice":"|"outcome"|"for":[1-9]/)
    }
    expect(refusalOf(await street.ask('auditor', 'motions.record', { pollId }))).toBe('POLL_NOT_OVER')
    const kept = JSON.stringify(await rowsOf('ballots'))
    expect(kept).not.toMatch(/for|against|abstain/)
    expect(
      new Set((await rowsOf('ballots')).map((row) => ('sealed' in row ? row.sealed.length : 0))).size,
    ).toBe(1)
  })

  test('what is published can be counted again, and holds every receipt', async () => {
    const { pollId, closesAt } = await voting(street)
    const receipts = await everybodyVotes(street, pollId)
    await closed(street, closesAt)
    const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { units: { all: 5, for: 3, against: 1, abstain: 0 }, outcome: 'passed' },
    })
    for (const { receipt } of receipts) expect(text).toContain(receipt)
    const mine = answerOf(await street.ask('neighbour', 'ballots.mine', {})).items
    expect(mine).toMatchObject([
      { label: '2栋', closed: true },
      { label: '3栋', closed: true },
    ])
  })

  test('an office that changes hands takes the house’s one vote along', async () => {
    const { pollId, id, closesAt } = await voting(street)
    await cast(street, 'follower', pollId, { 'JX-004': 'against' })
    await store.db
      .updateTable('role_grants')
      .set({ to_at: street.time.now })
      .where('id', '=', 'g.follower.JX-004')
      .execute()
    await appoint(store.db, 'captain', 'JX-004', street.time.now)
    expect(refusalOf(await cast(street, 'follower', pollId, { 'JX-004': 'for' }))).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(await cast(street, 'head', pollId, { 'JX-004': 'for' }))).toBe('NOT_REPRESENTATIVE')
    answerOf(await cast(street, 'captain', pollId, { 'JX-004': 'for' }))
    expect(await rowsOf('ballots')).toMatchObject([
      { unit_id: 'JX-004', person_id: personOf('captain'), times: 2 },
    ])
    await closed(street, closesAt)
    expect((await motionOf(street, id)).ballot?.tally?.units).toMatchObject({ for: 1, against: 0 })
  })

  describe('that is secret', () => {
    test('keeps who took part and what was chosen apart, and of the choices only their sum', async () => {
      const { id, pollId, closesAt } = await voting(street, 'secret')
      const receipts = await everybodyVotes(street, pollId)
      answerOf(await cast(street, 'head', pollId, { 'JX-001': 'against' }, 'b'.repeat(16)))
      const [box] = await rowsOf('poll_buckets')
      const slots = box && 'slots' in box ? box.slots : {}
      expect(Object.keys(slots)).toHaveLength(4)
      expect(JSON.stringify(box)).not.toMatch(/JX-|for|against|abstain/)
      expect(await rowsOf('ballots')).toEqual([])
      for (const row of await rowsOf('poll_participants')) expect(row).toMatchObject({ at: null })
      expect((await motionOf(street, id, 'head')).ballot?.mine).toMatchObject([
        { label: '1栋', choice: null, receipt: expect.any(String) },
      ])

      await closed(street, closesAt)
      expect(await rowsOf('poll_boxes')).toMatchObject([{ key_enc: null }])
      expect(await rowsOf('poll_buckets')).toEqual([])
      const { text, fingerprint } = answerOf(await street.ask('guest', 'motions.record', { pollId }))
      expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
        sound: true,
        tally: { units: { for: 2, against: 2, abstain: 0 }, outcome: 'rejected' },
      })
      expect(text).not.toContain(receipts[0]?.receipt)
      expect(text).toContain(receipts[3]?.receipt)
    })

    test('leaves no trace in the remembered command by which three choices could be tried', async () => {
      const { pollId } = await voting(street, 'secret')
      await cast(street, 'head', pollId, { 'JX-001': 'for' }, 'one-salt-0123456789')
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from commands where answer::text ~ 'for|against' or input_hash = ${street.system.vault.index(
          JSON.stringify([
            'ballots.cast',
            { pollId, votes: [{ unitId: 'JX-001', choice: 'for' }], salt: 'another-salt-0123456' },
          ]),
          'command',
        )}`.execute(store.db)
      expect(rows).toEqual([{ n: 0 }])
    })
  })

  describe('is kept by the database itself, whatever a program forgets', () => {
    const attempt = (statement: ReturnType<typeof sql>) => statement.execute(store.db)
    const ballot = (pollId: string, unit: string, at: number) =>
      sql`insert into ballots (street_id, poll_id, unit_id, person_id, sealed, receipt, at)
        values ('441302010', ${pollId}, ${unit}, 'p.head', 'x', 'y', ${at})`
    const participation = (pollId: string, at: number | null) =>
      sql`insert into poll_participants (street_id, poll_id, unit_id, receipt, at)
        values ('441302010', ${pollId}, 'JX-001', 'y', ${at})`

    test('a ballot outside [opens, closes), of no unit of the roll, or a second of one unit', async () => {
      const { pollId, closesAt } = await voting(street)
      await expect(attempt(ballot(pollId, 'JX-001', closesAt))).rejects.toThrow(/outside the time/)
      await expect(attempt(ballot(pollId, 'JX-001', street.time.now - 1))).rejects.toThrow(/outside the time/)
      await expect(attempt(ballot(pollId, 'JX-999', closesAt - 1))).rejects.toThrow(/foreign key/)
      await attempt(ballot(pollId, 'JX-001', closesAt - 1))
      await expect(attempt(ballot(pollId, 'JX-001', closesAt - 1))).rejects.toThrow(/duplicate key/)
      await expect(attempt(sql`delete from ballots`)).rejects.toThrow(/never removed/)
    })

    test('one wrong ballot among many of a statement, and ballots of the other kind', async () => {
      const { pollId, closesAt } = await voting(street)
      const many = (instants: number[]) => sql`insert into ballots
        select '441302010', ${pollId}, 'JX-00' || place, 'p.head', 'x', 'y', at
        from unnest(${instants}::bigint[]) with ordinality as t(at, place)`
      await expect(attempt(many([closesAt - 2, closesAt - 1, closesAt]))).rejects.toThrow(/outside the time/)
      expect((await store.db.selectFrom('ballots').selectAll().execute()).length).toBe(0)
      await expect(attempt(participation(pollId, closesAt - 1))).rejects.toThrow(/of the other kind/)
      await attempt(many([closesAt - 3, closesAt - 2, closesAt - 1]))
      await expect(attempt(sql`update ballots set at = ${closesAt}`)).rejects.toThrow(/outside the time/)
    })

    test('taking part in secret outside [opens, closes) or without saying when, and keeps no instant', async () => {
      const { pollId, closesAt } = await voting(street, 'secret')
      for (const instant of [closesAt, street.time.now - 1, null])
        await expect(attempt(participation(pollId, instant))).rejects.toThrow(/outside the time/)
      await expect(attempt(ballot(pollId, 'JX-001', closesAt - 1))).rejects.toThrow(/of the other kind/)
      await attempt(participation(pollId, closesAt - 1))
      const kept = await store.db.selectFrom('poll_participants').select('at').execute()
      expect(kept).toEqual([{ at: null }])
      await expect(attempt(sql`delete from poll_participants`)).rejects.toThrow(/never removed/)
      await expect(attempt(sql`delete from poll_buckets`)).rejects.toThrow(/goes when it is over/)
    })

    test('a roll, a rule, a close or a result that is changed afterwards', async () => {
      const { pollId, closesAt } = await voting(street)
      for (const statement of [
        sql`insert into poll_units values ('441302010', ${pollId}, 'JX-OT', 6, '6栋', true)`,
        sql`delete from poll_units`,
        sql`update poll_units set represented = true`,
        sql`update polls set closes_at = closes_at + 1`,
        sql`update polls set closes_at = closes_at + 604800001, was_extended = true`,
        sql`update polls set closes_at = closes_at - 1, was_extended = true`,
        sql`update polls set rule = '{}'`,
        sql`update polls set state = 'closed', closed_at = closes_at - 1, tally = '{}', fingerprint = '', record = ''`,
        sql`update motion_events set at = 1`,
      ])
        await expect(attempt(statement)).rejects.toThrow(/written|stays|check constraint|a unit nobody knows/)
      await everybodyVotes(street, pollId)
      await closed(street, closesAt)
      await expect(attempt(sql`update polls set tally = '{}'`)).rejects.toThrow(/stays as it was opened/)
      await expect(attempt(ballot(pollId, 'JX-005', closesAt - 1))).rejects.toThrow(/outside the time/)
    })
  })
})
