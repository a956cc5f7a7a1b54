import { v7 as newId } from 'uuid'
import { identify } from '../../../src/server/people/identity'
import { closeSession, hashToken, openSession } from '../../../src/server/people/sessions'
import type { Store } from '../../../src/server/storage/database'
import { memoryStore } from '../../support/database'
import { appoint, DAY, moveIn, NOW, register, registerStreet, STREET, systemOver, vault } from './street'

let store: Store

beforeAll(async () => {
  store = await memoryStore()
  await registerStreet(store)
  await register(store, 'li')
})
afterAll(() => store.close())

const open = (personId: string, now = NOW) =>
  store.transaction((tx) => openSession(tx, STREET, { personId, now }))
const ask = (token: string, now = NOW) =>
  store.transaction((tx) => identify(tx, systemOver(store), { kind: 'token', token }, now))
const actor = async (personId: string, now = NOW) => {
  const identity = await ask((await open(personId, now)).token, now)
  if (!identity.ok) throw new Error(identity.refusal)
  return identity.value.actor
}

test('the token says who asks, for thirty days and not a moment longer', async () => {
  const { token, expiresAt } = await open('li')
  expect(expiresAt - NOW).toBe(30 * DAY)
  expect(await ask(token, expiresAt - 1)).toMatchObject({ ok: true, value: { actor: { personId: 'li' } } })
  expect(await ask(token, expiresAt)).toEqual({ ok: false, refusal: 'NOT_AUTHENTICATED' })
})

test('a token we never gave is refused, not taken for a guest', async () => {
  expect(await ask('made-up')).toEqual({ ok: false, refusal: 'NOT_AUTHENTICATED' })
  expect(await ask('')).toEqual({ ok: false, refusal: 'NOT_AUTHENTICATED' })
})

test('the database knows the token only by its hash', async () => {
  const { token } = await open('li')
  const rows = await store.db.selectFrom('sessions').selectAll().execute()
  expect(rows.map((row) => row.token_hash)).toContain(hashToken(token))
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('the hash from the database signs nobody in', async () => {
  const { token } = await open('li')
  expect(await ask(hashToken(token))).toEqual({ ok: false, refusal: 'NOT_AUTHENTICATED' })
})

test('signing out ends this session and leaves the other phone signed in', async () => {
  const [mine, other] = [await open('li'), await open('li')]
  await store.transaction((tx) => closeSession(tx, STREET, hashToken(mine.token)))
  expect(await ask(mine.token)).toEqual({ ok: false, refusal: 'NOT_AUTHENTICATED' })
  expect(await ask(other.token)).toMatchObject({ ok: true })
})

test('a new sign-in forgets the expired sessions of the same person', async () => {
  await register(store, 'old')
  await open('old', NOW - 40 * DAY)
  await open('old', NOW)
  const rows = await store.db
    .selectFrom('sessions')
    .where('person_id', '=', 'old')
    .select('created_at')
    .execute()
  expect(rows).toEqual([{ created_at: NOW }])
})

test('an office counts from its first moment until its last', async () => {
  await register(store, 'zeng')
  await appoint(store, 'zeng', 'grid_staff', [NOW, NOW + DAY])
  const roles = async (now: number) => (await actor('zeng', now)).grants.map(({ role }) => role)
  expect(await roles(NOW - 1)).toEqual([])
  expect(await roles(NOW)).toEqual(['grid_staff'])
  expect(await roles(NOW + DAY - 1)).toEqual(['grid_staff'])
  expect(await roles(NOW + DAY)).toEqual([])
})

test('a phone on file makes level 1', async () => {
  await register(store, 'phone')
  expect((await actor('phone')).realNameLevel).toBe(0)
  await store.db.updateTable('persons').set({ phone_enc: 'sealed' }).where('id', '=', 'phone').execute()
  expect((await actor('phone')).realNameLevel).toBe(1)
})

test.each([
  ['confirmed', { confirmedAt: NOW - DAY }, 2],
  ['not confirmed yet', { confirmedAt: null }, 0],
  ['confirmed, but the confirmation has run out', { confirmedAt: NOW - 9 * DAY, expiresAt: NOW }, 0],
  ['confirmed, and the confirmation still holds', { confirmedAt: NOW - DAY, expiresAt: NOW + 1 }, 2],
  ['confirmed, but moved out', { confirmedAt: NOW - 9 * DAY, toAt: NOW - DAY }, 0],
])('a home that is %s', async (_, home, level) => {
  const personId = newId()
  await register(store, personId)
  await moveIn(store, { personId, ...home })
  expect((await actor(personId)).realNameLevel).toBe(level)
})

test('an openid WeChat vouches for brings its person; one we do not know is a guest', async () => {
  await store.db
    .insertInto('logins')
    .values({
      street_id: STREET,
      provider: 'wechat',
      subject: vault.index('o-li', 'openid'),
      person_id: 'li',
    })
    .execute()
  const come = (openid: string) =>
    store.transaction((tx) => identify(tx, systemOver(store), { kind: 'wechat', openid }, NOW))
  expect(await come('o-li')).toMatchObject({ ok: true, value: { actor: { personId: 'li' } } })
  expect(await come('o-stranger')).toMatchObject({ ok: true, value: { actor: { personId: null } } })
})
