import type { InputOf } from '../../../src/contracts/operations'
import { keepOpenid } from '../../../src/server/people/openids'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, refusalOf, type Street, smallStreet, type Who } from '../concerns/small-street'

describeOnEveryEngine('the name and picture somebody shows', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
  })

  const show = (who: Who, face: InputOf<'people.showAs'>) => street.ask(who, 'people.showAs', face)
  /** A picture as the upload keeps it. */
  const avatar = async (who: Who) => {
    const id = await street.photo(who)
    await store.db.updateTable('photos').set({ use: 'avatar' }).where('id', '=', id).execute()
    return id
  }
  const kept = (id: string) => store.db.selectFrom('photos').select('id').where('id', '=', id).execute()
  const raised = async (anonymous: boolean) =>
    answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, anonymous })).id
  const seen = async (who: Who, id: string) => {
    const { reporter, reporterAvatar } = answerOf(await street.ask(who, 'concerns.get', { id }))
    return { reporter, reporterAvatar }
  }

  test('are what neighbours then read beside a matter', async () => {
    const id = await avatar('resident')
    const me = answerOf(await show('resident', { name: '老李', avatarId: id }))
    expect(me).toMatchObject({ name: '老李', pseudonymous: false, avatar: { id } })
    expect(await seen('neighbour', await raised(false))).toEqual({
      reporter: '老李',
      reporterAvatar: expect.stringContaining(`/photos/${id}?`),
    })
  })

  test('neither stands beside an anonymous matter, save for those who handle it', async () => {
    const id = await raised(true)
    expect(await seen('neighbour', id)).toMatchObject({ reporterAvatar: null })
    expect(await seen('guest', id)).toMatchObject({ reporterAvatar: null })
  })

  test('both go when they are taken back, and the picture is forgotten', async () => {
    const { avatar: before } = answerOf(await street.ask('resident', 'people.me', {}))
    const me = answerOf(await show('resident', { name: null, avatarId: null }))
    expect(me).toMatchObject({
      name: expect.stringMatching(/居民·[A-Z]\d{3}$/),
      pseudonymous: true,
      avatar: null,
    })
    expect(await kept(before?.id ?? '')).toEqual([])
  })

  test('another picture takes the place of the first', async () => {
    const [one, two] = [await avatar('neighbour'), await avatar('neighbour')]
    answerOf(await show('neighbour', { name: null, avatarId: one }))
    answerOf(await show('neighbour', { name: null, avatarId: two }))
    expect(await kept(one)).toEqual([])
    expect(await kept(two)).toHaveLength(1)
  })

  test('nobody shows the picture of another, nor a photo of a matter', async () => {
    const others = await avatar('follower')
    const ofMatter = await street.photo('resident')
    for (const avatarId of [others, ofMatter, 'nothing'])
      expect(refusalOf(await show('resident', { name: null, avatarId }))).toBe('PHOTO_REFUSED')
  })

  test('a face is no evidence: it cannot be sent with a matter', async () => {
    const face = await avatar('resident')
    const sent = await street.ask('resident', 'concerns.submit', { ...LAMP, photoIds: [face] })
    expect(refusalOf(sent)).toBe('PHOTO_REFUSED')
  })

  test.each(['head', 'grid_staff', 'police', 'department'] as const)(
    '%s keeps the posted name, and may show a face',
    async (who) => {
      expect(refusalOf(await show(who, { name: '老李', avatarId: null }))).toBe('POSTED_NAME')
      expect(refusalOf(await show(who, { name: null, avatarId: null }))).toBe('POSTED_NAME')
      const avatarId = await avatar(who)
      expect(answerOf(await show(who, { avatarId }))).toMatchObject({
        name: `姓名-${who}`,
      })
    },
  )

  test.each(['李', '一个长得超过了十二个字的名字', '老​李', '老\n李', '<b>李</b>'])(
    'a name like %j is not taken',
    async (name) => {
      expect(refusalOf(await show('follower', { name, avatarId: null }))).toBe('VALIDATION')
    },
  )
})

describeOnEveryEngine('a name and a picture under WeChat’s check', (open) => {
  let store: Store
  let street: Street
  let says: object = { suggest: 'pass', label: 100 }
  const asked: object[] = []
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
    street.system.wechatApi = {
      async call(name, body) {
        asked.push({ name, ...body })
        return says === undefined
          ? { kind: 'unreachable' }
          : { kind: 'answered', data: { errcode: 0, result: says } }
      },
    }
    await store.db
      .insertInto('logins')
      .values({
        street_id: street.system.streetId,
        provider: 'wechat',
        subject: 's',
        person_id: 'p.resident',
      })
      .execute()
    const kept = { personId: 'p.resident', subject: 's', openid: 'o-resident', now: 1 }
    await store.transaction((tx) => keepOpenid(tx, street.system, kept))
  })

  const call = (name: string) => street.ask('resident', 'people.showAs', { name, avatarId: null })

  test('WeChat is asked about the name as part of a profile', async () => {
    expect(answerOf(await call('老李'))).toMatchObject({ name: '老李' })
    expect(asked.pop()).toEqual({
      name: 'security.msgSecCheck',
      version: 2,
      scene: 1,
      openid: 'o-resident',
      content: '老李',
    })
  })

  test.each(['risky', 'review'])('what it calls %s is no name', async (suggest) => {
    says = { suggest, label: 20003 }
    expect(refusalOf(await call('某某'))).toBe('CONTENT_RISKY')
  })

  test('a picture is shown to others once it has passed, and to oneself at once', async () => {
    const id = await street.photo('neighbour')
    await store.db
      .updateTable('photos')
      .set({ use: 'avatar', state: 'pending' })
      .where('id', '=', id)
      .execute()
    const me = answerOf(await street.ask('neighbour', 'people.showAs', { avatarId: id }))
    expect(me.avatar?.id).toBe(id)
    const errands = await store.db.selectFrom('photo_checks').select('photo_id').execute()
    expect(errands).toEqual([{ photo_id: id }])

    const concern = answerOf(
      await street.ask('neighbour', 'concerns.submit', { ...LAMP, anonymous: false }),
    ).id
    const shown = async () =>
      answerOf(await street.ask('neighbour', 'concerns.get', { id: concern })).reporterAvatar
    expect(await shown()).toBeNull()
    await store.db.updateTable('photos').set({ state: 'pass' }).where('id', '=', id).execute()
    expect(await shown()).toContain(id)

    answerOf(await street.ask('neighbour', 'people.showAs', { avatarId: null }))
    expect(await store.db.selectFrom('photo_checks').select('photo_id').execute()).toEqual([])
  })
})
