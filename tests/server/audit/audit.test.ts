import { sql } from 'kysely'
import { sealAudit } from '../../../src/server/audit/seal'
import { type Verified, verifyChain } from '../../../src/server/audit/verify'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  LAMP,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
} from '../concerns/small-street'

describeOnEveryEngine('the audit log', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await emptied(store)
    street = await smallStreet(store)
  })

  const seal = (limit = 1_000) => sealAudit(street.system, limit)
  const lines = () => store.db.selectFrom('audit_log').selectAll().orderBy('seq').execute()
  const verify = (anchors?: { seq: number; hash: string }[]) =>
    verifyChain(store.db, STREET, { chain: 'audit_log', anchors, vault: street.system.vault })
  const found = ({ findings }: Verified) => findings.map(({ seq, kind }) => `${seq} ${kind}`)

  /** Ten commands, sealed. */
  async function tenSealed() {
    for (let n = 0; n < 10; n += 1) answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    expect(await seal()).toBe(10)
  }

  /** What somebody with all rights over the database does behind the system's back. */
  async function tamper(change: (db: Store['db']) => Promise<unknown>) {
    await sql`alter table audit_log disable trigger user`.execute(store.db)
    await change(store.db)
    await sql`alter table audit_log enable trigger user`.execute(store.db)
  }

  test('tells who did what in which office to what, and nothing of the words', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    const [submitted, accepted] = await lines()
    expect(submitted).toMatchObject({ actor_id: personOf('resident'), office: 'resident', subject_id: id })
    expect(accepted).toMatchObject({
      actor_id: personOf('grid_staff'),
      office: 'grid_staff',
      operation: 'concerns.accept',
      subject_id: id,
      request_id: 'test',
      at: street.time.now,
      outcome: 'done',
    })
    expect(JSON.stringify(await lines())).not.toContain('路灯')
  })

  test('a query leaves no line, a repeated command only one, a refused one none of its own', async () => {
    answerOf(await street.ask('resident', 'concerns.mine', {}))
    for (const _ of [1, 2]) await street.ask('resident', 'concerns.submit', LAMP, 'key-00000001')
    expect(refusalOf(await street.ask('resident', 'concerns.endorse', { id: 'none' }))).toBe('NOT_FOUND')
    expect((await lines()).map(({ operation }) => operation)).toEqual(['concerns.submit'])
  })

  test('who tries what is not his is written down', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    const accept = { id, version: 1, level: 2, desk: 'grid' } as const
    expect(refusalOf(await street.ask('neighbour', 'concerns.accept', accept))).toBe('FORBIDDEN')
    expect(refusalOf(await street.ask('guest', 'concerns.accept', accept))).toBe('NOT_AUTHENTICATED')
    const tried = (await lines()).filter(({ outcome }) => outcome !== 'done')
    expect(tried).toMatchObject([{ actor_id: personOf('neighbour'), subject_id: id, outcome: 'FORBIDDEN' }])
  })

  test('lines are chained shortly after, in order, and an untouched chain is whole', async () => {
    await tenSealed()
    expect((await lines()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    expect(await verify()).toMatchObject({ end: { seq: 10 }, unsealed: 1, findings: [] })
    expect(await seal()).toBe(1)
    expect(await seal()).toBe(0)
    expect(await verify()).toMatchObject({ end: { seq: 11 }, unsealed: 0, findings: [] })
  })

  test('the database itself refuses to change, take away or empty what is written', async () => {
    await tenSealed()
    answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    for (const attempt of [
      sql`update audit_log set outcome = 'other' where seq = 3`,
      sql`update audit_log set seq = null, prev_hash = null, hash = null where seq = 3`,
      sql`update audit_log set actor_id = 'x' where seq is null`,
      sql`update audit_log set actor_id = 'x', seq = 99, prev_hash = 'x', hash = 'x' where seq is null`,
      sql`delete from audit_log where seq = 3`,
      sql`delete from audit_log where seq is null`,
      sql`truncate audit_log`,
    ])
      await expect(attempt.execute(store.db)).rejects.toThrow('append-only')
    expect(await verify()).toMatchObject({ unsealed: 1, findings: [] })
  })

  describe('who goes around the database is found', () => {
    beforeEach(tenSealed)

    test.each(['actor_id', 'office', 'operation', 'subject_id', 'request_id', 'input_hash', 'outcome'])(
      'by a changed %s: exactly that row is named',
      async (column) => {
        await tamper((db) => sql`update audit_log set ${sql.ref(column)} = 'x' where seq = 4`.execute(db))
        const [wrong] = (await verify()).findings
        expect(found(await verify())).toEqual(['4 altered'])
        expect(wrong?.id).toBe((await lines())[3]?.id)
      },
    )

    test('by a moved time', async () => {
      await tamper((db) => sql`update audit_log set at = at + 1 where seq = 10`.execute(db))
      expect(found(await verify())).toEqual(['10 altered'])
    })

    test('by a missing row, wherever it stood', async () => {
      await tamper((db) => sql`delete from audit_log where seq in (1, 5, 6, 10)`.execute(db))
      expect(found(await verify())).toEqual(['1 missing', '5 missing', '6 missing', '10 missing'])
    })

    test('by two rows that changed places', async () => {
      await tamper((db) =>
        sql`update audit_log set seq = case seq when 3 then 103 else 107 end where seq in (3, 7)`.execute(db),
      )
      await tamper((db) => sql`update audit_log set seq = 110 - seq where seq > 100`.execute(db))
      expect(found(await verify())).toEqual(
        expect.arrayContaining(['3 altered', '3 reordered', '7 altered', '7 reordered']),
      )
    })

    test('by a row put in between, or behind the end', async () => {
      await tamper(async (db) => {
        await sql`update audit_log set seq = seq + 1000 where seq > 5`.execute(db)
        await sql`update audit_log set seq = seq - 999 where seq > 1000`.execute(db)
        await sql`insert into audit_log select street_id, 'forged', at, actor_id, office, operation, subject_id,
          request_id, input_hash, outcome, 6, prev_hash, hash from audit_log where seq = 5`.execute(db)
      })
      expect(found(await verify())).toEqual(expect.arrayContaining(['6 altered', '7 altered', '11 inserted']))
    })

    test('by an end noted elsewhere, when the whole chain was made anew', async () => {
      const { end } = await verify()
      await tamper(async (db) => {
        await sql`update audit_log set outcome = 'x' where seq = 2`.execute(db)
        await sql`update audit_log set seq = null, prev_hash = null, hash = null`.execute(db)
        await sql`delete from audit_chains`.execute(db)
      })
      await seal()
      expect(found(await verify())).toEqual([])
      expect(found(await verify([end]))).toEqual(['10 rewritten'])
    })
  })

  test('looks at personal data stand in a chain of their own', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.readReporter', { id, reason: '约时间上门' }))
    await seal()
    const looks = () => verifyChain(store.db, STREET, { chain: 'access_log', vault: street.system.vault })
    expect(await looks()).toMatchObject({ end: { seq: 1 }, findings: [] })
    await expect(sql`update access_log set reason = 'x'`.execute(store.db)).rejects.toThrow('append-only')
    await sql`alter table access_log disable trigger user`.execute(store.db)
    await sql`update access_log set reason = '别的'`.execute(store.db)
    expect(found(await looks())).toEqual(['1 altered'])
  })
})

/** A fresh log for each test; the database lets nobody do this while its triggers stand. */
async function emptied({ db }: Store): Promise<void> {
  for (const log of ['audit_log', 'access_log']) {
    await sql`alter table ${sql.table(log)} disable trigger user`.execute(db)
    await sql`truncate ${sql.table(log)}, audit_chains, audit_checkpoints`.execute(db)
    await sql`alter table ${sql.table(log)} enable trigger user`.execute(db)
  }
}
