import { refuse } from '../../../src/core/result'
import { peopleHandlers } from '../../../src/server/handlers/people'
import type { System } from '../../../src/server/operation'
import { askOutside } from '../../../src/server/outside'
import { openidOf } from '../../../src/server/people/openids'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  appoint,
  askingAs,
  DAY,
  giveLogin,
  moveIn,
  NOW,
  register,
  registerStreet,
  STREET,
  systemOver,
} from './street'

const PHONE = '10012345678'

describeOnEveryEngine('people', (open) => {
  let store: Store
  let system: System

  beforeAll(async () => {
    store = await open()
    system = systemOver(store)
    await registerStreet(store)
    await register(store, 'p.li')
    await giveLogin(store, 'p.li', 'resident.li')
    await moveIn(store, { personId: 'p.li', confirmedAt: NOW - DAY })
  })

  const people = <Name extends keyof typeof peopleHandlers>(
    name: Name,
    input: Parameters<(typeof peopleHandlers)[Name]>[0],
    personId?: string,
    over: System = system,
  ) => {
    const outward = { system: over, credentials: { kind: 'none' }, key: null } as const
    return askOutside(name, input, outward).then((outside) =>
      store.transaction(async (tx) =>
        (peopleHandlers[name] as (input: unknown, asking: unknown) => Promise<unknown>)(input, {
          ...(await askingAs(tx, over, personId)),
          outside,
        }),
      ),
    )
  }

  test('only the personas this installation holds are offered', async () => {
    expect(await people('people.personas', {})).toMatchObject({
      ok: true,
      value: { personas: [{ id: 'resident.li', name: '李先生' }] },
    })
  })

  test('outside development there are no personas, not even by name', async () => {
    const real = systemOver(store, { mode: 'production' })
    expect(await people('people.personas', {}, undefined, real)).toEqual(refuse('FORBIDDEN'))
    expect(await people('people.signInAs', { persona: 'resident.li' }, undefined, real)).toEqual(
      refuse('FORBIDDEN'),
    )
  })

  test('signing in as a persona tells who one is and where one lives', async () => {
    expect(await people('people.signInAs', { persona: 'resident.li' })).toMatchObject({
      ok: true,
      value: {
        token: expect.stringMatching(/^[\w-]{43}$/),
        expiresAt: NOW + 30 * DAY,
        me: {
          personId: 'p.li',
          name: '李先生',
          realNameLevel: 2,
          phone: null,
          home: { buildingId: 'JX-23', label: '23栋', estateId: 'jinxing-20' },
          offices: [],
          isStaff: false,
          unread: 0,
        },
      },
    })
  })

  test('a persona nobody has is not found', async () => {
    expect(await people('people.signInAs', { persona: 'nobody' })).toEqual(refuse('NOT_FOUND'))
  })

  test('grid staff see their office by the name of the grid', async () => {
    await register(store, 'p.zeng', '曾小云')
    await appoint(store, 'p.zeng', 'grid_staff', [NOW - DAY, NOW + DAY])
    expect(await people('people.me', {}, 'p.zeng')).toMatchObject({
      ok: true,
      value: { isStaff: true, offices: [{ role: 'grid_staff', gridName: '金兴街网格', buildingId: null }] },
    })
  })

  test('a guest has no profile', async () => {
    expect(await people('people.me', {})).toEqual(refuse('NOT_AUTHENTICATED'))
  })

  test('a phone is kept sealed, found by its index and shown masked', async () => {
    await register(store, 'p.chen', '陈女士')
    const answer = await people('people.leavePhone', { phone: PHONE }, 'p.chen')
    expect(answer).toMatchObject({ ok: true, value: { phone: '100****5678', realNameLevel: 1 } })

    const row = await store.db
      .selectFrom('persons')
      .selectAll()
      .where('id', '=', 'p.chen')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(PHONE)
    expect(system.vault.isPersonal(row.phone_enc ?? '')).toBe(true)
    expect(row.phone_index).toBe(system.vault.index(PHONE, 'phone'))
  })

  test('the first sign-in with WeChat makes a person with a name that says nothing', async () => {
    const answer = await people('people.signInWechat', { code: 'first' })
    expect(answer).toMatchObject({
      ok: true,
      value: { me: { name: expect.stringMatching(/^小金口居民·[A-Z]\d{3}$/), realNameLevel: 0, home: null } },
    })
  })

  test('the second sign-in finds the same person', async () => {
    const [one, two] = [
      await people('people.signInWechat', { code: 'again' }),
      await people('people.signInWechat', { code: 'again' }),
    ] as { value: { token: string; me: { personId: string } } }[]
    expect(two?.value.me.personId).toBe(one?.value.me.personId)
    expect(two?.value.token).not.toBe(one?.value.token)
  })

  test('the openid stands nowhere in the database', async () => {
    await people('people.signInWechat', { code: 'hidden' })
    const rows = [
      await store.db.selectFrom('logins').selectAll().execute(),
      await store.db.selectFrom('persons').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toContain('openid-of')
  })

  test('the openid of somebody who came with WeChat is sealed, and readable for what WeChat wants to know', async () => {
    const answer = await people('people.signInWechat', { code: 'sealed' })
    const { personId } = (answer as { value: { me: { personId: string } } }).value.me
    await people('people.signInWechat', { code: 'sealed' })
    expect(await store.transaction((tx) => openidOf(tx, system, personId))).toBe('openid-of-sealed')
    expect(await store.transaction((tx) => openidOf(tx, system, 'p.li'))).toBeNull()
  })

  test('what WeChat refuses is refused and makes nobody', async () => {
    const count = () => store.db.selectFrom('persons').select('id').execute()
    const before = (await count()).length
    const stale = systemOver(store, { wechat: { openidOf: async () => refuse('NOT_AUTHENTICATED') } })
    expect(await people('people.signInWechat', { code: 'x' }, undefined, stale)).toEqual(
      refuse('NOT_AUTHENTICATED'),
    )
    expect(await count()).toHaveLength(before)
  })

  test('twenty first sign-ins at once with one openid are one person', async () => {
    const before = (await store.db.selectFrom('persons').select('id').execute()).length
    const answers = (await Promise.all(
      Array.from({ length: 20 }, () => people('people.signInWechat', { code: 'rush' })),
    )) as { value: { me: { personId: string } } }[]

    expect(new Set(answers.map(({ value }) => value.me.personId)).size).toBe(1)
    expect(await store.db.selectFrom('persons').select('id').execute()).toHaveLength(before + 1)
    const login = await store.db
      .selectFrom('logins')
      .select('person_id')
      .where('street_id', '=', STREET)
      .where('subject', '=', system.vault.index('openid-of-rush', 'openid'))
      .execute()
    expect(login).toHaveLength(1)
  })
})
