import { runDueTimers } from '../../../src/server/concerns/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, MONDAY, refusalOf, type Street, smallStreet } from './small-street'

const DAY = 86_400_000

describeOnEveryEngine('the clock of concerns', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  const see = async (id: string) => answerOf(await street.ask('resident', 'concerns.get', { id }))
  const runAt = (now: number) => {
    street.time.now = now
    return runDueTimers(street.system, 100)
  }
  const escalations = async (id: string) =>
    (await see(id)).timeline.filter(({ kind }) => kind === 'escalate').length

  /** Accepted, the reporter called, begun: only the promise of a result is still running. */
  const inHand = async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('grid_staff', 'concerns.contact', { id, version: 2, note: '打过电话' }))
    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 3 }))
    return id
  }

  test('one millisecond early nothing happens; on time it goes up one step, once, also after a restart', async () => {
    const id = await inHand()
    const { dueAt } = await see(id)
    expect(dueAt).toBeGreaterThan(MONDAY)
    await runAt(dueAt - 1)
    expect(await escalations(id)).toBe(0)

    expect(await runAt(dueAt)).toBe(1)
    expect(await see(id)).toMatchObject({ level: 1, desk: 'community', state: 'accepted' })
    const restarted = { ...street.system }
    expect(await runDueTimers(restarted, 100)).toBe(0)
    expect(await escalations(id)).toBe(1)
    expect((await see(id)).timeline.at(-1)?.by).toBe('系统')
  })

  test('a clock that slept for three weeks goes up one step, and the step above gets its whole time', async () => {
    const id = await inHand()
    await runAt((await see(id)).dueAt + 21 * DAY)
    const after = await see(id)
    expect(after.level).toBe(1)
    expect(after.dueAt).toBeGreaterThan(street.time.now)
  })

  test('what the holder was told to expect: a reminder before the result is due, once', async () => {
    const id = await inHand()
    await runAt((await see(id)).dueAt - 1)
    await runDueTimers(street.system, 100)
    const told = answerOf(await street.ask('grid_staff', 'inbox.list', {})).items.map(({ kind }) => kind)
    expect(told.filter((kind) => kind === 'resolve_quarter')).toHaveLength(1)
  })

  test('a paused matter is left alone, and goes on by itself when the time named is over', async () => {
    const id = await inHand()
    const { dueAt } = await see(id)
    const until = MONDAY + 10 * DAY
    const pause = { id, version: 4, reason: 'wait_supplier' as const, until, note: '等配件' }
    answerOf(await street.ask('grid_staff', 'concerns.pause', pause))
    expect(await runAt(until - 1)).toBe(0)
    expect(await runAt(until)).toBe(1)
    const after = await see(id)
    expect(after.state).toBe('in_progress')
    expect(after.dueAt).toBeGreaterThan(dueAt)
  })

  test('seven days of silence after a result close it, and the reporter is told', async () => {
    const id = await inHand()
    const outcome = { kind: 'fixed' as const, note: '换了灯头', photoIds: [await street.photo('grid_staff')] }
    answerOf(await street.ask('grid_staff', 'concerns.resolve', { id, version: 4, outcome }))
    const answerUntil = (await see(id)).answerUntil ?? 0
    expect(await runAt(answerUntil - 1)).toBe(0)
    expect(await runAt(answerUntil)).toBe(1)
    expect(await see(id)).toMatchObject({ state: 'closed', closing: 'silence', rating: null })
    expect(
      refusalOf(await street.ask('resident', 'concerns.reopen', { id, version: 6, note: '又黑了' })),
    ).toBe('ALREADY_CLOSED')
  })

  test('a timer that fails is reported once and does not keep the others from firing', async () => {
    const broken = await inHand()
    const sound = await inHand()
    const { dueAt } = await see(sound)
    // A state the rules do not know: deciding on it throws.
    await store.db
      .updateTable('concerns')
      .set({ body: JSON.stringify({ ...(await bodyOf(broken)), resolveSpan: null }) })
      .where('id', '=', broken)
      .execute()
    await runAt(dueAt)
    expect(street.surprises).toHaveLength(1)
    expect(await escalations(sound)).toBe(1)
    const unfired = store.db.selectFrom('timers').select('kind').where('concern_id', '=', broken)
    expect(await unfired.where('fired_at', 'is not', null).execute()).toEqual([])
  })

  const bodyOf = async (id: string) =>
    (await store.db.selectFrom('concerns').select('body').where('id', '=', id).executeTakeFirstOrThrow()).body
})
