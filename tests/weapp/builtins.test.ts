import { FIXTURE, inside, onHost, openFixture } from './on-host'
import { type Phone, until } from './phone'
import { compilersRunHere, openWechatsRendering } from './wechats-compilers'

// What WeChat documents of its components; only the host needs to be told.
const host = process.env.WEAPP_WS ? describe.skip : describe

host("WeChat's components in the host", () => {
  let phone: Phone

  beforeAll(async () => {
    phone = await openFixture()
  })
  afterAll(() => phone?.close())
  afterEach(() => expect(phone.complaints.splice(0)).toEqual([]))

  // biome-ignore lint/suspicious/noExplicitAny: the automator's types know no swiper, slider or switch
  const the = async (id: string): Promise<any> => {
    const found = await (await phone.page()).$(`#${id}`)
    if (!found) throw new Error(`no element #${id}`)
    return found
  }
  const { heard: heardBy, hears: hearsBy, forget } = inside(() => phone)
  const heard = (id: string, type: string) => heardBy(type, id)
  const hears = (id: string, type: string) => hearsBy(type, id)

  beforeEach(forget)

  const whereWccRuns = compilersRunHere ? test : test.skip

  whereWccRuns.each(['form/index', 'parts/index', 'wheels/index'])(
    "%s shows what WeChat's own compiler makes of it",
    async (page) => {
      await phone.go(`/${page}`)
      const data = (await (await phone.page()).data()) as object
      const shown: unknown = await phone.program.callWxMethod('hostTree')
      expect(shown).toEqual(openWechatsRendering(FIXTURE)(page, data))
    },
  )

  describe('in a form', () => {
    beforeEach(() => phone.go('/form/index'))

    test('submit carries the value of every named field', async () => {
      await (await the('name')).input('温志强温志强')
      await (await the('words')).input('看不见台阶')
      await (await the('public')).tap()
      await (await the('lamp')).tap()
      await (await the('ramp')).tap()
      await (await the('house')).trigger('change', { value: 1 })
      await (await the('loud')).slideTo(7.2)
      await (await the('send')).tap()
      expect(await hears('form', 'submit')).toEqual({
        value: {
          name: '温志强温',
          count: '3',
          card: '',
          words: '看不见台阶',
          public: false,
          kind: 'lamp',
          needs: ['ramp'],
          house: 1,
          room: [],
          day: '',
          hour: '09:30',
          loud: 8,
        },
      })
    })

    test('a component is found by its tag as well', async () => {
      expect(await (await phone.page()).$$('form > button')).toHaveLength(2)
      expect(await (await phone.page()).$$('radio-group radio')).toHaveLength(3)
    })

    test('reset empties it', async () => {
      await (await the('name')).input('何晓燕')
      await (await the('lamp')).tap()
      await (await the('clear')).tap()
      expect(await hears('form', 'reset')).toEqual({})
      await (await the('send')).tap()
      expect(await hears('form', 'submit')).toMatchObject({ value: { name: '', kind: '', needs: [] } })
    })

    test('a field tells of focus, of each input, of 完成 and of losing the keyboard', async () => {
      await (await the('name')).tap()
      await hears('name', 'focus')
      await (await the('name')).input('曾小云')
      expect(await hears('name', 'input')).toEqual({ value: '曾小云', cursor: 3 })
      await (await the('name')).trigger('confirm', { value: '曾小云' })
      expect(await hears('name', 'confirm')).toEqual({ value: '曾小云' })
      await (await the('lamp')).tap()
      expect(await hears('name', 'blur')).toMatchObject({ value: '曾小云' })
      expect(await hears('name', 'nicknamereview')).toEqual({ pass: true, timeout: false })
    })

    test.each([
      ['count', '3栋', 'the keyboard number has no keys for "3栋"'],
      ['card', '44130X-', 'the keyboard idcard has no keys'],
    ])('on #%s nobody can type %s', async (id, words, refusal) => {
      await expect((await the(id)).input(words)).rejects.toThrow(refusal)
    })

    test('a radio chosen is the only one, and tells its group once', async () => {
      await (await the('lamp')).tap()
      await (await the('lamp')).tap()
      await (await the('off')).tap()
      expect(await heard('kind', 'change')).toEqual([{ value: 'lamp' }])
    })

    test('a label passes the tap on, to the one inside or the one it names, once', async () => {
      await (await the('lamp-label')).tap()
      await (await the('ramp-label')).tap()
      expect(await heard('kind', 'change')).toEqual([{ value: 'lamp' }])
      expect(await heard('needs', 'change')).toEqual([{ value: ['ramp'] }])
    })

    test('a switch goes on and off', async () => {
      await (await the('public')).tap()
      await (await the('public')).tap()
      expect(await heard('public', 'change')).toEqual([{ value: false }, { value: true }])
    })

    test.each([
      ['house', 1],
      ['room', [1, 2]],
      ['hour', '20:00'],
      ['day', '2026-11-27'],
    ])('the wheels of #%s are set to %j', async (id, value) => {
      await (await the(id)).trigger('change', { value })
      expect(await hears(id, 'change')).toEqual({ value })
    })

    test.each([
      ['house', 2],
      ['room', [0, 3]],
      ['hour', '20:01'],
      ['day', '2027-01-01'],
      ['day', '27.11.2026'],
    ])('the wheels of #%s cannot stand at %j', async (id, value) => {
      await expect((await the(id)).trigger('change', { value })).rejects.toThrow('cannot be set to')
    })

    test('a slider stays on its scale', async () => {
      await (await the('loud')).slideTo(99)
      expect(await hears('loud', 'changing')).toEqual({ value: 10 })
      expect(await hears('loud', 'change')).toEqual({ value: 10 })
    })

    test('a disabled button hears no finger, another one does', async () => {
      await (await the('closed')).tap()
      await (await the('send')).tap()
      await hears('send', 'tap')
      expect(await heard('closed', 'tap')).toEqual([])
    })
  })

  describe('of the platform', () => {
    beforeEach(() => phone.go('/parts/index'))

    test('the phone number is the holder’s to give', async () => {
      await (await the('phone')).tap()
      expect(await hears('phone', 'getphonenumber')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' })
      await onHost(phone).buttons({ getPhoneNumber: { code: 'p-1', errMsg: 'getPhoneNumber:ok' } })
      await forget()
      await (await the('phone')).tap()
      expect(await hears('phone', 'getphonenumber')).toEqual({ code: 'p-1', errMsg: 'getPhoneNumber:ok' })
    })

    test.each([
      ['avatar', 'chooseavatar', /chooseAvatar:fail cancel/],
      ['agree', 'agreeprivacyauthorization', /agreePrivacyAuthorization:ok/],
      ['setting', 'opensetting', /openSetting:ok/],
      ['contact', 'contact', /enterContact:ok/],
      ['progress', 'activeend', /40/],
      ['picture', 'load', /"width":1/],
    ])('#%s tells %s', async (id, event, words) => {
      await (await the(id)).tap()
      expect(JSON.stringify(await hears(id, event))).toMatch(words)
    })

    test('a share button and the menu pass on the card of the page', async () => {
      expect(await onHost(phone).share()).toMatchObject({
        title: 'menu ',
        path: 'parts/index',
        imageUrl: '/card.png',
      })
      await (await the('share')).tap()
      await until('the card', async () => (await onHost(phone).card())?.title === 'button share')
      await phone.program.callWxMethod('hideShareMenu')
      await expect(onHost(phone).share()).rejects.toThrow('does not offer sharing')
    })

    test('a navigator opens its page', async () => {
      await (await the('to-second')).tap()
      await phone.isOn('second/index')
      await phone.sees('从parts来')
    })

    test('rich text shows its nodes and runs nothing', async () => {
      expect(await (await the('rich')).text()).toBe('公约')
      expect(await (await the('html')).text()).toBe('居民')
    })

    test('the map stands in with the words of its markers', async () => {
      expect(await (await the('map')).text()).toContain('23栋')
      await (await the('map')).trigger('markertap', { markerId: 7 })
      expect(await hears('map', 'markertap')).toEqual({ markerId: 7 })
      await expect((await the('map')).trigger('markertap', { markerId: 8 })).rejects.toThrow(
        'has no marker 8',
      )
    })
  })

  describe('that move', () => {
    beforeEach(() => phone.go('/wheels/index'))

    test('a swiper is swiped', async () => {
      await (await the('swiper')).swipeTo(1)
      expect(await hears('swiper', 'change')).toEqual({ current: 1, currentItemId: 'two', source: 'touch' })
      await hears('swiper', 'animationfinish')
      expect(await (await the('swiper')).text()).toBe('第二张')
    })

    test('a scroll-view tells where it is and when an end is near', async () => {
      const scroll = await the('scroll')
      await scroll.scrollTo(0, 9_999)
      expect(await hears('scroll', 'scroll')).toMatchObject({ scrollTop: 2_200, scrollHeight: 2_400 })
      expect(await hears('scroll', 'scrolltolower')).toEqual({ direction: 'bottom' })
      await scroll.scrollTo(0, 0)
      expect(await hears('scroll', 'scrolltoupper')).toEqual({ direction: 'top' })
      expect(await heard('scroll', 'scrolltolower')).toHaveLength(1)
    })
  })
})
