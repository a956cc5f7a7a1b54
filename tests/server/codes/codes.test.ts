import sharp from 'sharp'
import { reachOf } from '../../../src/core/people/policy'
import { plainCodes } from '../../../src/server/codes/plain-codes'
import { wechatCodes } from '../../../src/server/codes/wechat-codes'
import type { Store } from '../../../src/server/storage/database'
import type { WechatAnswer } from '../../../src/server/wechat/api'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  EVERYBODY,
  refusalOf,
  roleOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

const asked: unknown[] = []
const wechat = (answer: WechatAnswer) => ({
  async call(name: string, body: Record<string, unknown>) {
    asked.push([name, body])
    return answer
  },
})
const JPEG = Buffer.from('a picture')

test('WeChat is asked for the page of codes, in the version that can be opened', async () => {
  const drawn = await wechatCodes(wechat({ kind: 'image', bytes: JPEG }), 'production').draw('b=LD1')
  expect(drawn).toEqual({ ok: true, value: { bytes: JPEG, mediaType: 'image/jpeg' } })
  expect(asked.pop()).toEqual([
    'wxacode.getUnlimited',
    {
      scene: 'b=LD1',
      page: 'packages/entry/arrive/index',
      check_path: true,
      env_version: 'release',
      width: 640,
    },
  ])
  await wechatCodes(wechat({ kind: 'image', bytes: JPEG }), 'development').draw('b=LD1')
  expect(asked.pop()).toMatchObject([expect.anything(), { check_path: false, env_version: 'develop' }])
})

test.each<[string, WechatAnswer, string]>([
  ['a page that is not published', { kind: 'refused', errcode: 41030 }, 'CODE_NOT_YET'],
  ['too many in a minute', { kind: 'refused', errcode: 45009 }, 'RATE_LIMITED'],
  ['a scene it does not take', { kind: 'refused', errcode: 40169 }, 'PLATE_UNFIT'],
  ['WeChat being away', { kind: 'unreachable' }, 'UNAVAILABLE'],
])('%s is a refusal', async (_, answer, refusal) => {
  expect(await wechatCodes(wechat(answer), 'production').draw('b=1')).toEqual({ ok: false, refusal })
})

test('an account that may not draw is our own mistake', async () => {
  const drawing = wechatCodes(wechat({ kind: 'refused', errcode: 48001 }), 'production').draw('b=1')
  await expect(drawing).rejects.toThrow('getUnlimited answered errcode 48001')
})

test('without an account the code is a square one, a PNG with room around it', async () => {
  const drawn = await plainCodes('https://street.example').draw('b=LD1')
  const { bytes, mediaType } = (drawn as { value: { bytes: Buffer; mediaType: string } }).value
  expect(mediaType).toBe('image/png')
  const { format, width, height } = await sharp(bytes).metadata()
  expect([format, width]).toEqual(['png', height])
  const margin = await sharp(bytes)
    .extract({ left: 0, top: 0, width: 40, height: 40 })
    .greyscale()
    .raw()
    .toBuffer()
  expect(Math.min(...margin)).toBe(255)
})

describeOnEveryEngine('the code of a house', (open) => {
  let store: Store
  let street: Street
  let drawn: string[]
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
  })
  beforeEach(async () => {
    drawn = []
    await store.db.deleteFrom('mini_codes').execute()
    street.system.wechatApi = {
      async call(_, { scene }) {
        drawn.push(String(scene))
        return { kind: 'image', bytes: JPEG }
      },
    }
  })
  const houses = () => store.db.selectFrom('buildings').select(['id', 'plate_code']).orderBy('no').execute()
  const draw = (who: Who, buildingId: string) => street.ask(who, 'places.drawCode', { buildingId })
  const first = async () => (await houses())[0] ?? { id: '', plate_code: '' }

  test('is drawn once, whoever asks for it later', async () => {
    const { id, plate_code } = await first()
    const answer = answerOf(await draw('grid_staff', id))
    expect(answer).toMatchObject({ scene: `b=${plate_code}`, mediaType: 'image/jpeg' })
    expect(Buffer.from(answer.image, 'base64')).toEqual(JPEG)
    expect(answerOf(await draw('head', id))).toEqual(answer)
    expect(drawn).toEqual([`b=${plate_code}`])
  })

  test('asked for by five at once it is kept once, and all hold the same', async () => {
    const { id } = await first()
    const all = await Promise.all(Array.from({ length: 5 }, () => draw('grid_head', id)))
    expect(new Set(all.map((one) => answerOf(one).image)).size).toBe(1)
    expect(await store.db.selectFrom('mini_codes').select('scene').execute()).toHaveLength(1)
  })

  test.each(EVERYBODY)('%s makes WeChat draw exactly where the matrix has a cell', async (who) => {
    await draw(who, (await first()).id)
    expect(drawn).toHaveLength(reachOf('place.code', roleOf(who)) ? 1 : 0)
  })

  test('a house without a plate, and one nobody knows, are told so; WeChat is not asked', async () => {
    const { id, plate_code } = await first()
    const plated = (code: string | null) =>
      store.db.updateTable('buildings').set({ plate_code: code }).where('id', '=', id).execute()
    await plated(null)
    expect(refusalOf(await draw('head', id))).toBe('NO_PLATE')
    await plated('门牌二十三号')
    expect(refusalOf(await draw('head', id))).toBe('PLATE_UNFIT')
    await plated(plate_code)
    expect(refusalOf(await draw('head', 'nowhere'))).toBe('NOT_FOUND')
    expect(drawn).toEqual([])
  })

  test('what WeChat refuses is not kept: the next try asks again', async () => {
    const { id } = await first()
    street.system.wechatApi = wechat({ kind: 'refused', errcode: 41030 })
    expect(refusalOf(await draw('head', id))).toBe('CODE_NOT_YET')
    expect(await store.db.selectFrom('mini_codes').select('scene').execute()).toEqual([])
    expect(
      await store.db
        .selectFrom('commands')
        .select('key')
        .where('operation', '=', 'places.drawCode')
        .execute(),
    ).toEqual([])
  })

  test('a number leads to its matter, and to nothing for who may not read it', async () => {
    const { id, no } = answerOf(
      await street.ask('resident', 'concerns.submit', {
        category: 'HARDSHIP',
        title: '老人没人照看',
        detail: '',
        place: { buildingId: (await first()).id, point: null, words: '' },
        anonymous: false,
        photoIds: [],
      }),
    )
    const find = (who: Who, wanted = no) => street.ask(who, 'concerns.find', { no: wanted })
    expect(answerOf(await find('resident'))).toEqual({ id })
    expect(refusalOf(await find('neighbour'))).toBe('NOT_FOUND')
    expect(await find('neighbour')).toMatchObject({
      error: ((await find('neighbour', 'XJ0000000000')) as { error: object }).error,
    })
  })
})
