import cloud from 'wx-server-sdk'
import { wechatInCloud } from '../../src/functions/wechat-api'
import { type OpenApiSaid, startTcb, type Tcb } from './tcb'

const said: Record<string, OpenApiSaid> = {
  'security.msgSecCheck': { json: { errcode: 0, errmsg: 'ok', trace_id: '1', result: { suggest: 'pass' } } },
  'wxacode.getUnlimited': { image: Buffer.from('a picture') },
  'subscribeMessage.send': { json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } },
  'phonenumber.getPhoneNumber': { errorCode: -601004 },
}
let tcb: Tcb
const before = { ...process.env }

beforeAll(async () => {
  tcb = await startTcb((name) => said[name] ?? { silent: true })
  Object.assign(process.env, tcb.variables, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'AKIDofthetest',
    TENCENTCLOUD_SECRETKEY: 'key of the test',
    SCF_NAMESPACE: 'loudong-1a2b3c',
  })
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
})
afterAll(() => {
  process.env = before
  tcb.stop()
})

test('what WeChat answers has the same names as over HTTPS, and so has what it is asked', async () => {
  const body = { content: '路灯不亮', version: 2, scene: 3, openid: 'o-li', media_type: 2 }
  expect(await wechatInCloud.call('security.msgSecCheck', body)).toMatchObject({
    kind: 'answered',
    data: { trace_id: '1', result: { suggest: 'pass' } },
  })
  expect(tcb.openapi[0]?.name).toBe('security.msgSecCheck')
  expect(tcb.openapi[0]?.body).toContain('media_type')
  expect(tcb.openapi[0]?.body).toContain('路灯不亮')
})

test('a picture is its bytes', async () => {
  expect(await wechatInCloud.call('wxacode.getUnlimited', { scene: '1' })).toEqual({
    kind: 'image',
    bytes: Buffer.from('a picture'),
  })
})

test('WeChat’s no carries its code', async () => {
  expect(await wechatInCloud.call('subscribeMessage.send', {})).toEqual({ kind: 'refused', errcode: 43101 })
})

test('a call that config.json does not permit is no call to try again', async () => {
  expect(await wechatInCloud.call('phonenumber.getPhoneNumber', { code: 'c' })).toEqual({
    kind: 'refused',
    errcode: -601004,
  })
})

test('a connection that breaks is worth another try', async () => {
  expect(await wechatInCloud.call('security.mediaCheckAsync', {})).toEqual({ kind: 'unreachable' })
})
