import { openGrants } from '../../../src/server/messages/grants'
import { sendDueMessages } from '../../../src/server/messages/send'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { refusal, type TEMPLATE_IDS } from '../../support/subscriptions'
import { answerOf, LAMP, MONDAY, personOf, STREET, type Who } from '../concerns/small-street'
import { comesFromWechat, openidOf, type StreetWithWechat, streetWithWechat } from './mail'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describeOnEveryEngine('WeChat messages', (open) => {
  let store: Store
  let street: StreetWithWechat
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await streetWithWechat(store)
    await comesFromWechat(street, 'resident', 'neighbour', 'grid_staff')
  })
  afterEach(() => street.server.stop())

  type Template = keyof typeof TEMPLATE_IDS
  /** He taps 同意: WeChat notes it, and the app tells us. */
  const grants = async (who: Who, ...templates: Template[]) => {
    for (const template of templates) street.wechat.grant(openidOf(who), template)
    const answers = templates.map((template) => ({ template, answer: 'accept' as const }))
    return answerOf(await street.ask(who, 'messages.grant', { answers })).templates
  }
  const left = async (who: Who) =>
    Object.fromEntries(
      answerOf(await street.ask(who, 'messages.mine', {})).templates.map(({ template, left }) => [
        template,
        left,
      ]),
    )
  const later = (ms: number) => {
    street.time.now += ms
    return sendDueMessages(street.system, 100)
  }
  const sends = () => street.server.calls.filter(({ path }) => path.endsWith('/send'))
  const rows = () => store.db.selectFrom('outgoing_messages').selectAll().orderBy('id').execute()
  const outcomes = async () => (await rows()).map(({ kind, outcome }) => `${kind}: ${outcome}`)
  const submitted = async (more: Partial<typeof LAMP> = {}) =>
    answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, ...more })).id
  const accepted = async (more: Partial<typeof LAMP> = {}) => {
    const id = await submitted(more)
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    return id
  }
  const started = async () => {
    const id = await accepted()
    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 2 }))
    return id
  }

  test('a whole street is told at once: its people are more than a statement has parameters', async () => {
    await grants('resident', 'progress')
    const everybody = Array.from({ length: 70_000 }, (_, n) => `p.nobody-${n}`)
    const asked = [...everybody, personOf('resident')]
    const open = await store.transaction((tx) => openGrants(tx, STREET, asked))
    expect([...open.keys()]).toEqual([personOf('resident')])
  })

  test('one grant, one message: it names the matter, says how it stands, and leads to its page', async () => {
    await grants('resident', 'progress')
    const id = await accepted()
    expect(await later(MINUTE)).toBe(1)
    expect(street.wechat.letters).toEqual([
      {
        touser: openidOf('resident'),
        template_id: 'id-progress',
        page: `packages/concern/detail/index?id=${id}`,
        lang: 'zh_CN',
        data: {
          thing1: { value: '1栋门口路灯不亮' },
          phrase2: { value: '已受理' },
          time3: { value: '2022年12月19日 09:00' },
          thing4: { value: '点开看由谁来办' },
        },
      },
    ])
    expect(await left('resident')).toEqual({ progress: 0, result: 0, work: 0, council: 0, booking: 0 })

    answerOf(await street.ask('grid_staff', 'concerns.start', { id, version: 2 }))
    expect(await later(HOUR)).toBe(0)
    const inbox = answerOf(await street.ask('resident', 'inbox.list', {})).items.map(({ kind }) => kind)
    expect(inbox).toEqual(['start', 'accept', 'submit'])
  })

  test('who granted nothing has nothing laid out for him, and no old news is sent when he grants later', async () => {
    await accepted()
    expect(await rows()).toEqual([])
    await grants('resident', 'progress')
    expect(await later(HOUR)).toBe(0)
  })

  test('who does not come from WeChat is asked for nothing, and his answers count for nothing', async () => {
    expect(await left('follower')).toEqual({})
    await grants('follower', 'progress')
    expect(await store.db.selectFrom('message_grants').selectAll().execute()).toEqual([])
  })

  test('an installation without templates asks nobody, one without an account sends nothing', async () => {
    await grants('resident', 'progress')
    await accepted()
    street.time.now += MINUTE
    expect(await sendDueMessages({ ...street.system, wechatApi: null }, 100)).toBe(0)
    street.system.messageTemplates = {}
    expect(await left('resident')).toEqual({})
    expect(sends()).toEqual([])
  })

  test('two steps within a minute cost one grant: the newer is told', async () => {
    await grants('resident', 'progress', 'progress')
    await started()
    await later(MINUTE)
    expect(await outcomes()).toEqual(['accept: superseded', 'start: sent'])
    expect(await left('resident')).toMatchObject({ progress: 1 })
  })

  test('what was read in the app before it was sent is not sent', async () => {
    await grants('resident', 'progress')
    await accepted()
    const ids = answerOf(await street.ask('resident', 'inbox.list', {})).items.map(({ id }) => id)
    answerOf(await street.ask('resident', 'inbox.read', { ids }))
    expect(await later(HOUR)).toBe(0)
    expect(await outcomes()).toEqual(['accept: read'])
    expect(await left('resident')).toMatchObject({ progress: 1 })
  })

  test('a new matter that a colleague has taken up is not told any more', async () => {
    await grants('grid_staff', 'work')
    const id = await submitted()
    answerOf(await street.ask('second_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    answerOf(await street.ask('second_staff', 'concerns.start', { id, version: 2 }))
    expect(await later(HOUR)).toBe(0)
    expect(await outcomes()).toEqual(['new: outdated'])
  })

  test('at night people sleep, unless somebody is in danger', async () => {
    await grants('grid_staff', 'work', 'work')
    street.time.now = MONDAY + 14 * HOUR
    await submitted()
    expect(await later(HOUR)).toBe(0)
    await submitted({ category: 'PARK_FIRELANE', title: '车堵了消防道' })
    expect(await later(0)).toBe(1)
    expect(street.wechat.letters.map(({ data }) => data.thing1?.value)).toEqual(['车堵了消防道'])
    expect(await later(7 * HOUR - 1)).toBe(0)
    expect(await later(1)).toBe(1)
  })

  test('of a matter that not everybody may read, a message says nothing', async () => {
    await grants('resident', 'progress')
    await grants('grid_staff', 'work')
    const hardship = { category: 'HARDSHIP', title: '老伴住院没钱', detail: '家里的事' } as const
    await accepted(hardship)
    await later(MINUTE)
    const said = JSON.stringify(street.wechat.letters)
    expect(street.wechat.letters.length).toBeGreaterThan(0)
    expect(said).not.toMatch(/老伴|住院|家里/)
    expect(said).toContain('您有一')
  })

  test('titles longer than a field, emoji and blanks are cut to what WeChat takes', async () => {
    await grants('resident', 'progress')
    await accepted({ title: '1栋门口到巷口一路没有灯😀老人晚上看不见台阶摔了一跤' })
    await later(MINUTE)
    expect(street.wechat.letters[0]?.data.thing1?.value).toBe('1栋门口到巷口一路没有灯😀老人晚上看…')
  })

  describe('when WeChat says no', () => {
    const says = (errcode: number) => {
      street.instead.answer = () => refusal(errcode)
    }
    const reports = () => street.surprises.map((one) => (one as Error).message)

    test('43101: no grant is left there, so none is left here, and it is never tried again', async () => {
      await grants('resident', 'progress', 'progress', 'result')
      await accepted()
      says(43101)
      await later(MINUTE)
      expect(await outcomes()).toEqual(['accept: refused'])
      expect(await left('resident')).toEqual({ progress: 0, result: 1, work: 0, council: 0, booking: 0 })
      expect(await later(24 * HOUR)).toBe(0)
      expect(reports()).toEqual([])
    })

    test.each([40003, 40037, 41030, 43107, 45168, 47003, 48001])(
      '%i is our mistake: reported by its number alone, not tried again, and the grant is given back',
      async (errcode) => {
        await grants('resident', 'progress')
        await accepted()
        says(errcode)
        await later(MINUTE)
        expect(await outcomes()).toEqual(['accept: invalid'])
        expect(await left('resident')).toMatchObject({ progress: 1 })
        expect(reports()).toEqual([`WeChat takes no message of progress: errcode ${errcode}`])
        expect(await later(24 * HOUR)).toBe(0)
      },
    )

    test.each([
      [45009, HOUR],
      [45011, MINUTE],
    ])('%i: all messages wait, and WeChat is not asked about each of them', async (errcode, wait) => {
      await grants('resident', 'progress')
      await grants('grid_staff', 'work')
      await accepted()
      await submitted({ title: '又一处路灯不亮' })
      says(errcode)
      await later(MINUTE)
      await later(wait - 1)
      expect(sends()).toHaveLength(1)
      street.instead.answer = undefined
      expect(await later(1)).toBe(2)
      expect(street.wechat.letters).toHaveLength(2)
    })

    test.each([
      ['a busy WeChat', () => ({ errcode: -1, errmsg: 'system error' })],
      ['a web page instead of an answer', () => '<html>502</html>'],
      ['silence', () => undefined],
      ['another message on its way', () => refusal(43108)],
      ['a token that is never taken', () => refusal(40001)],
    ])('%s: tried again with growing pauses, five times in all, with the same grant', async (_, answer) => {
      await grants('resident', 'progress', 'progress')
      await accepted()
      street.instead.answer = answer
      street.waitsFor(300)
      let tries = 0
      for (let minutes = 0; minutes < 180; minutes += 1) tries += await later(MINUTE)
      expect(tries).toBe(5)
      expect(await outcomes()).toEqual(['accept: given_up'])
      expect(await left('resident')).toMatchObject({ progress: 1 })
    })

    test('a WeChat that comes back gets what has waited', async () => {
      await grants('resident', 'progress')
      await accepted()
      street.instead.answer = () => undefined
      street.waitsFor(300)
      await later(MINUTE)
      street.instead.answer = undefined
      street.waitsFor(5_000)
      await later(3 * MINUTE)
      expect(await outcomes()).toEqual(['accept: sent'])
      expect(await left('resident')).toMatchObject({ progress: 0 })
    })

    test('an account that is set up wrongly is thrown to the clock, and the message waits', async () => {
      await grants('resident', 'progress')
      await accepted()
      const broken = { call: () => Promise.reject(new Error('stable_token answered errcode 40125')) }
      street.time.now += MINUTE
      await expect(sendDueMessages({ ...street.system, wechatApi: broken }, 100)).rejects.toThrow('40125')
      await later(3 * MINUTE)
      expect(await outcomes()).toEqual(['accept: sent'])
    })
  })

  describe('a worker that died between sending and writing it down', () => {
    const dyingApi = () => {
      const { wechatApi } = street.system
      return {
        async call(...asked: Parameters<NonNullable<typeof wechatApi>['call']>) {
          await wechatApi?.call(...asked)
          throw new Error('killed')
        },
      }
    }
    /** Sends, and then nothing is ever written: as if the process had gone. */
    const dies = async () => {
      const noWriting = {
        ...street.system,
        wechatApi: dyingApi(),
        store: {
          ...store,
          transaction: jest
            .fn()
            .mockImplementationOnce(store.transaction)
            .mockRejectedValue(new Error('killed')),
        },
      }
      await expect(sendDueMessages(noWriting, 1)).rejects.toThrow('killed')
    }

    test('after a minute another takes over: one repeat at most, counted, for one grant of ours', async () => {
      await grants('resident', 'progress', 'progress')
      await accepted()
      street.time.now += MINUTE
      await dies()
      expect(await later(MINUTE - 1)).toBe(0)
      street.time.now += 1
      await dies()
      expect(street.wechat.letters).toHaveLength(2)
      expect(await later(HOUR)).toBe(0)
      expect(await rows()).toMatchObject([{ outcome: 'given_up', repeats: 1, tries: 2 }])
      expect(await left('resident')).toMatchObject({ progress: 1 })
    })
  })

  test('neither the person nor the words stand in a report', async () => {
    await grants('resident', 'progress')
    await accepted()
    street.instead.answer = () => ({ errcode: 47003, errmsg: `data ${openidOf('resident')} 13800138000` })
    await later(MINUTE)
    const told = street.surprises.map((one) => `${(one as Error).stack}`).join('\n')
    expect(told).toContain('47003')
    for (const secret of [openidOf('resident'), '13800138000', personOf('resident'), '路灯'])
      expect(told).not.toContain(secret)
  })
})
