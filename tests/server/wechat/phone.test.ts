import type { WechatAnswer } from '../../../src/server/wechat/api'
import { wechatPhone } from '../../../src/server/wechat/phone'

/** As https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html answers. */
const info = (purePhoneNumber: string, countryCode: string | number): WechatAnswer => ({
  kind: 'answered',
  data: {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: `+${countryCode}${purePhoneNumber}`,
      purePhoneNumber,
      countryCode,
      watermark: { timestamp: 1_637_744_274, appid: 'wx-app' },
    },
  },
})

const asked: unknown[] = []
const said = (answer: WechatAnswer) =>
  wechatPhone(
    {
      async call(name, body) {
        asked.push([name, body])
        return answer
      },
    },
    'code',
  )

test.each(['86', 86])('a mainland mobile (country code %p) is taken without the country', async (country) => {
  expect(await said(info('13800000001', country))).toEqual({ ok: true, value: '13800000001' })
  expect(asked.pop()).toEqual(['phonenumber.getPhoneNumber', { code: 'code' }])
})

test.each<[string, WechatAnswer, string]>([
  ['a number from Hong Kong', info('51234567', '852'), 'PHONE_ABROAD'],
  ['a mainland number that is no mobile', info('07522800000', '86'), 'PHONE_ABROAD'],
  ['a code used before', { kind: 'refused', errcode: 40029 }, 'PHONE_CODE_STALE'],
  ['too many in a minute', { kind: 'refused', errcode: 45011 }, 'RATE_LIMITED'],
  ['the quota used up', { kind: 'refused', errcode: 45009 }, 'RATE_LIMITED'],
  ['WeChat being busy', { kind: 'unreachable' }, 'UNAVAILABLE'],
  ['an answer without a number', { kind: 'answered', data: { errcode: 0 } }, 'UNAVAILABLE'],
])('%s is a refusal', async (_, answer, refusal) => {
  expect(await said(answer)).toEqual({ ok: false, refusal })
})

test('an installation without a WeChat account cannot ask', async () => {
  expect(await wechatPhone(null, 'code')).toEqual({ ok: false, refusal: 'UNAVAILABLE' })
})

test('an interface we may not use is our own mistake', async () => {
  await expect(said({ kind: 'refused', errcode: 48001 })).rejects.toThrow(
    'getPhoneNumber answered errcode 48001',
  )
})
