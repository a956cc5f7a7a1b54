import { sql } from 'kysely'
import { codeAt } from '../../../src/server/presence/rotating-code'
import { runVolunteerClock } from '../../../src/server/volunteers/clock'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'
import { DAY, HOUR, join, newsOf, planOf, published, taskOf } from './making'

const MINUTE = 60_000

describeOnEveryEngine('the day itself, and the hours', (open) => {
  let street: Street
  let id: string
  let startsAt: number
  let first: string
  beforeAll(async () => {
    street = await smallStreet(await open())
  })
  /** Two who come, led by the captain; it is the minute it begins. */
  beforeEach(async () => {
    street = await smallStreet(street.store)
    startsAt = street.time.now + 3 * DAY
    const task = await published(street, { shifts: [planOf(street.time.now, { capacity: 5 })] })
    id = task.id
    first = (await join(street, 'resident', task.shifts[0])).id
    await join(street, 'neighbour', task.shifts[0])
    street.time.now = startsAt
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const code = async () => answerOf(await street.ask('captain', 'tasks.code', { id })).code
  const enter = (
    who: Who,
    digits: string,
    at: { latE6: number; lngE6: number; accuracyM: number | null } | null = null,
  ) => street.ask(who, 'signups.checkIn', { taskId: id, code: digits, at })
  const mine = async (who: Who) => (await taskOf(street, id, who)).mine[0]
  const confirm = (who: Who, signUpIds: string[]) =>
    street.ask(who, 'service.confirm', { taskId: id, signUpIds })
  const record = async (who: Who) => answerOf(await street.ask(who, 'service.mine', {}))

  /** The resident comes and stays to the end, and his hours are confirmed by the captain. */
  async function served(): Promise<void> {
    answerOf(await enter('resident', await code()))
    street.time.now += 2 * HOUR
    answerOf(await street.ask('resident', 'signups.checkOut', { id: first }))
    expect(answerOf(await confirm('captain', [first]))).toEqual({ confirmed: 1 })
  }

  test('the code is the leader’s alone, changes every half minute and lets in whoever is signed up', async () => {
    expect(refusalOf(await street.ask('resident', 'tasks.code', { id }))).toBe('FORBIDDEN')
    const shown = answerOf(await street.ask('captain', 'tasks.code', { id }))
    expect(shown.changesAt - shown.now).toBeLessThanOrEqual(30_000)
    expect(shown.square.length).toBe(shown.square[0]?.length)
    answerOf(await enter('resident', shown.code))
    expect(await mine('resident')).toMatchObject({ state: 'present' })
  })

  test('a replay, a code of another task, an old one, and one of somebody who is not signed up are refused', async () => {
    const shown = await code()
    expect(refusalOf(await enter('follower', shown))).toBe('NOT_IN_THIS_STATE')
    expect(
      refusalOf(await enter('resident', codeAt(street.system.vault, 'task:another', street.time.now))),
    ).toBe('CODE_STALE')
    street.time.now += 60_000
    expect(refusalOf(await enter('resident', shown))).toBe('CODE_STALE')
    const fresh = await code()
    answerOf(await enter('resident', fresh))
    expect(refusalOf(await enter('resident', fresh))).toBe('SIGNED_IN_ALREADY')
  })

  test('outside its hours there is no code', async () => {
    street.time.now = startsAt - HOUR - 1
    expect(refusalOf(await street.ask('captain', 'tasks.code', { id }))).toBe('NOT_IN_THIS_STATE')
  })

  test('where the phone says it stands is told with how unsure it is, kept as a distance, and stops nobody', async () => {
    const far = { latE6: 23_180_000, lngE6: 114_420_000, accuracyM: 65 }
    expect(answerOf(await enter('resident', await code(), far)).near).toEqual({ metres: 1112, accuracyM: 65 })
    const pointed = { latE6: 23_170_000, lngE6: 114_420_000, accuracyM: null }
    expect(answerOf(await enter('neighbour', await code(), pointed)).near).toEqual({
      metres: 0,
      accuracyM: null,
    })
    const { rows } = await sql<{ text: string }>`select body::text as text from volunteer_signups`.execute(
      street.store.db,
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('23180000')
  })

  test('the leader’s list comes late and twice, and stands once; others have no list', async () => {
    street.time.now = startsAt + 3 * HOUR
    await runVolunteerClock(street.system, 5)
    expect(await mine('resident')).toMatchObject({ state: 'no_show' })
    const input = { taskId: id, marks: [{ signUpId: first, inAt: startsAt, outAt: startsAt + 2 * HOUR }] }
    expect(refusalOf(await street.ask('neighbour', 'signups.mark', input))).toBe('FORBIDDEN')
    for (let n = 0; n < 3; n += 1)
      expect(answerOf(await street.ask('captain', 'signups.mark', input)).items).toEqual([
        { signUpId: first, state: 'done' },
      ])
    const later = {
      taskId: id,
      marks: [{ signUpId: first, inAt: startsAt + HOUR, outAt: startsAt + 2 * HOUR }],
    }
    answerOf(await street.ask('captain', 'signups.mark', later))
    expect(await mine('resident')).toMatchObject({ state: 'done', minutes: 120 })
  })

  test('the leader confirms others once, never himself; the pioneer confirms the leader', async () => {
    const [shift] = (await taskOf(street, id)).shifts
    street.time.now = startsAt - DAY
    const own = await join(street, 'captain', shift?.id)
    street.time.now = startsAt
    await served()
    answerOf(
      await street.ask('captain', 'signups.mark', {
        taskId: id,
        marks: [{ signUpId: own.id, inAt: startsAt, outAt: startsAt + HOUR }],
      }),
    )
    expect(answerOf(await confirm('captain', [first]))).toEqual({ confirmed: 0 })
    expect(refusalOf(await confirm('captain', [own.id]))).toBe('SELF_APPROVAL')
    expect(refusalOf(await confirm('resident', [own.id]))).toBe('FORBIDDEN')
    expect(answerOf(await confirm('pioneer', [own.id]))).toEqual({ confirmed: 1 })
    expect(await record('resident')).toMatchObject({ minutes: 120, times: 1, entries: [{ kind: 'service' }] })
  })

  test('the ledger is not changed, not even by a program: no update, no delete, no word of one’s own', async () => {
    await served()
    const { db } = street.store
    await expect(sql`update service_records set minutes = 600`.execute(db)).rejects.toThrow('written once')
    await expect(sql`delete from service_records`.execute(db)).rejects.toThrow('written once')
    const copy = (part: string) =>
      sql`insert into service_records (street_id, id, kind, person_id, signup_id, task_id, grid_path, title, leader_id,
          day, minutes, correction_of, confirmed_by, confirmed_at)
        select street_id, 'x', 'correction', person_id, signup_id, task_id, grid_path, title, leader_id, day, 700, id,
          ${sql.raw(part)}, 1 from service_records`.execute(db)
    await expect(copy('person_id')).rejects.toThrow('service_records_not_himself')
    await expect(copy('confirmed_by')).rejects.toThrow('service_days_cap')
  })

  test('a dispute is answered by another than who confirmed: the old entry turned around, a new one beside it', async () => {
    await served()
    const said = { signUpId: first, minutes: 150, words: '还收了半小时工具' }
    expect(refusalOf(await street.ask('neighbour', 'service.dispute', said))).toBe('NOT_FOUND')
    answerOf(await street.ask('resident', 'service.dispute', said))
    expect(refusalOf(await street.ask('resident', 'service.dispute', said))).toBe('NOT_IN_THIS_STATE')
    const [waiting] = answerOf(await street.ask('pioneer', 'service.waiting', {})).disputes
    expect(waiting).toMatchObject({ recorded: 120, minutes: 150 })
    const answer = { id: waiting?.id ?? '', minutes: 150, note: '领队说是，补上' }
    expect(refusalOf(await street.ask('captain', 'service.answer', answer))).toBe('SELF_APPROVAL')
    answerOf(await street.ask('pioneer', 'service.answer', answer))
    const { minutes, times, entries } = await record('resident')
    expect({ minutes, times }).toEqual({ minutes: 150, times: 1 })
    expect(entries.map(({ kind, minutes: amount }) => [kind, amount]).sort()).toEqual([
      ['correction', 150],
      ['reversal', -120],
      ['service', 120],
    ])
  })

  test('points follow the hours, are spent once, and the last thing goes to one of many', async () => {
    const offer = { title: '一把雨伞', cost: 4, stock: 1 }
    expect(refusalOf(await street.ask('captain', 'points.offer', offer))).toBe('FORBIDDEN')
    const { id: rewardId } = answerOf(await street.ask('community_staff', 'points.offer', offer))
    expect(refusalOf(await street.ask('resident', 'points.exchange', { rewardId }))).toBe('POINTS_SHORT')
    await served()
    expect(answerOf(await street.ask('resident', 'points.mine', {}))).toMatchObject({ balance: 4 })
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map(() => street.ask('resident', 'points.exchange', { rewardId })),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answerOf(await street.ask('resident', 'points.mine', {}))).toMatchObject({
      balance: 0,
      rewards: [{ stock: 0 }],
    })
    const less = { signUpId: first, minutes: 60, reason: '早走了一小时' }
    answerOf(await street.ask('pioneer', 'service.correct', less))
    expect(answerOf(await street.ask('resident', 'points.mine', {})).entries).toMatchObject([
      { reason: 'correction', points: -2 },
      { reason: 'exchange', points: -4, title: '一把雨伞' },
      { reason: 'service', points: 4 },
    ])
  })

  test('a dispute after thirty days comes too late', async () => {
    await served()
    street.time.now += 30 * DAY + MINUTE
    // His session is thirty days old by then, and he has signed in anew.
    await sql`update sessions set expires_at = ${street.time.now + DAY}`.execute(street.store.db)
    const said = { signUpId: first, minutes: 150, words: '还收了半小时工具' }
    expect(refusalOf(await street.ask('resident', 'service.dispute', said))).toBe('DISPUTE_LATE')
  })

  test('a certificate that is declined says why; its hours stay, and the next request is issued', async () => {
    await served()
    const day = Math.floor((startsAt + 8 * HOUR) / DAY)
    const wish = { name: '小李', fromDay: day, toDay: day }
    const { id: paper } = answerOf(await street.ask('resident', 'certificates.ask', wish))
    const no = { id: paper, reason: '证明上要写全名' }
    expect(refusalOf(await street.ask('captain', 'certificates.decline', no))).toBe('FORBIDDEN')
    answerOf(await street.ask('community_staff', 'certificates.decline', no))
    for (const answer of [
      street.ask('community_staff', 'certificates.decline', no),
      street.ask('community_staff', 'certificates.issue', { id: paper }),
      street.ask('community_staff', 'certificates.revoke', no),
    ])
      expect(refusalOf(await answer)).toBe('NOT_IN_THIS_STATE')
    expect((await record('resident')).certificates).toMatchObject([
      { state: 'declined', reason: '证明上要写全名', no: null, code: null, minutes: null },
    ])
    expect(await newsOf(street, 'resident')).toContain('certificate_declined')
    const again = answerOf(await street.ask('resident', 'certificates.ask', { ...wish, name: '李金丝' }))
    answerOf(await street.ask('community_staff', 'certificates.issue', { id: again.id }))
    const { rows } = await sql<{ operation: string }>`
      select operation from audit_log where operation like 'certificates.%'`.execute(street.store.db)
    expect(rows.map(({ operation }) => operation)).toContain('certificates.decline')
    const { certificates } = await record('resident')
    expect(certificates.map(({ state }) => state).sort()).toEqual(['declined', 'issued'])
  })

  test('the database itself keeps a declined request without a number and with a reason', async () => {
    await served()
    const day = Math.floor((startsAt + 8 * HOUR) / DAY)
    answerOf(await street.ask('resident', 'certificates.ask', { name: '李金丝', fromDay: day, toDay: day }))
    const set = (columns: string) =>
      sql`update volunteer_certificates set state = 'declined', ${sql.raw(columns)}`.execute(street.store.db)
    await expect(set("declined_by = 'p.x', declined_at = 1")).rejects.toThrow(
      'volunteer_certificates_reasoned',
    )
    await expect(set("declined_at = 1, reason = '不开'")).rejects.toThrow('volunteer_certificates_declined')
    await expect(set("declined_by = 'p.x', declined_at = 1, reason = '不开', no = 'x'")).rejects.toThrow(
      'volunteer_certificates_issued',
    )
    await expect(set("declined_by = person_id, declined_at = 1, reason = '不开'")).rejects.toThrow('check')
  })

  test('a certificate: asked for, issued by another with a number, verified with a masked name, taken back', async () => {
    await served()
    const day = Math.floor((startsAt + 8 * HOUR) / DAY)
    const wish = { name: '李金丝', fromDay: day, toDay: day }
    expect(refusalOf(await street.ask('neighbour', 'certificates.ask', wish))).toBe('NOT_IN_THIS_STATE')
    const { id: paper } = answerOf(await street.ask('resident', 'certificates.ask', wish))
    expect(refusalOf(await street.ask('captain', 'certificates.issue', { id: paper }))).toBe('FORBIDDEN')
    const { no } = answerOf(await street.ask('community_staff', 'certificates.issue', { id: paper }))
    expect(no).toBe('XJZY-2022-000001')
    const [mineNow] = (await record('resident')).certificates
    const asked = { no, code: mineNow?.code ?? '' }
    const { found } = answerOf(await street.ask('guest', 'certificates.verify', asked))
    expect(found).toMatchObject({ name: '李**', minutes: 120, times: 1, revoked: false })
    const guessed = { no, code: 'a'.repeat(16) }
    expect(answerOf(await street.ask('guest', 'certificates.verify', guessed)).found).toBeNull()
    expect(refusalOf(await street.ask('neighbour', 'certificates.print', { id: paper }))).toBe('NOT_FOUND')
    const { base64 } = answerOf(await street.ask('resident', 'certificates.print', { id: paper }))
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    answerOf(
      await street.ask('community_staff', 'certificates.revoke', { id: paper, reason: '时长更正过，重开' }),
    )
    expect(answerOf(await street.ask('guest', 'certificates.verify', asked)).found).toMatchObject({
      revoked: true,
    })
    expect(refusalOf(await street.ask('resident', 'certificates.print', { id: paper }))).toBe('NOT_FOUND')
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(c)::text as text from volunteer_certificates c`.execute(street.store.db)
    expect(rows.map(({ text }) => text).join()).not.toContain('金丝')
  })
})
