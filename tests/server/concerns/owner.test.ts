import { runDueTimers } from '../../../src/server/concerns/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, nameOf, personOf, refusalOf, type Street, smallStreet } from './small-street'

describeOnEveryEngine('whose office ends while he holds a matter', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const inHand = async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 2 }))
    return id
  }
  const endOffice = (grant: string) =>
    store.db.updateTable('role_grants').set({ to_at: street.time.now }).where('id', '=', grant).execute()
  const see = async (id: string) => answerOf(await street.ask('second_staff', 'concerns.get', { id }))
  const queue = async () => answerOf(await street.ask('second_staff', 'concerns.queue', {}))
  const contact = (who: 'grid_staff' | 'second_staff', id: string) =>
    street.ask(who, 'concerns.contact', { id, version: 3, note: '打过电话' })

  test('while he holds it a colleague keeps his hands off; at that instant it is the desk’s again', async () => {
    const id = await inHand()
    expect((await queue()).items).toEqual([])
    expect(refusalOf(await contact('second_staff', id))).toBe('FORBIDDEN')

    await endOffice('g.grid_staff')
    expect((await see(id)).holder).toBe('网格员')
    const { items, counts } = await queue()
    expect([items.map((item) => item.id), counts.in_hand]).toEqual([[id], 1])
    expect(refusalOf(await contact('grid_staff', id))).toBe('FORBIDDEN')
    answerOf(await contact('second_staff', id))
  })

  test('an office of another desk does not keep it for him', async () => {
    const id = await inHand()
    await store.db
      .updateTable('role_grants')
      .set({ role: 'volunteer' })
      .where('id', '=', 'g.grid_staff')
      .execute()
    expect((await see(id)).may).toContain('resolve')
  })

  test('reminders then go to the desk, and the one who left hears nothing more', async () => {
    const id = await inHand()
    await endOffice('g.grid_staff')
    const told = async (who: 'grid_staff' | 'second_staff') =>
      answerOf(await street.ask(who, 'inbox.list', {})).items.filter((one) => one.kind === 'contact_due')
    street.time.now = (await see(id)).contactDueAt ?? 0
    await runDueTimers(street.system, 100)
    expect([(await told('grid_staff')).length, (await told('second_staff')).length]).toEqual([0, 1])
  })

  test('of what is over it stays known who did it', async () => {
    const id = await inHand()
    const outcome = { kind: 'fixed' as const, note: '换了灯头', photoIds: [await street.photo('grid_staff')] }
    answerOf(await street.ask('grid_staff', 'concerns.resolve', { id, version: 3, outcome }))
    const rating = { stars: 5 as const, words: '' }
    answerOf(await street.ask('resident', 'concerns.confirm', { id, version: 4, rating }))
    await endOffice('g.grid_staff')
    const { holder, outcome: result } = await see(id)
    expect([holder, result?.by]).toEqual([`网格员${nameOf('grid_staff')}`, nameOf('grid_staff')])
    expect(personOf('grid_staff')).not.toBe(holder)
  })
})
