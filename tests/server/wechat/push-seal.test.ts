import { isSigned, openPush, type PushMarks, type PushSecrets } from '../../../src/server/wechat/push-seal'

/** The examples WeChat prints in its documentation of the message push. */
const secrets: PushSecrets = { token: 'AAAAA', key: 'A'.repeat(43), appId: 'wxba5fad812f8e6fb9' }
const plain: PushSecrets = { ...secrets, key: null }
const marks = (more: Partial<PushMarks>): PushMarks => ({
  signature: '',
  timestamp: '',
  nonce: '',
  msgSignature: '',
  ...more,
})
const TEST_OF_ADDRESS = marks({
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  timestamp: '1714036504',
  nonce: '1514711492',
})
const OPEN = marks({
  signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
  timestamp: '1714037059',
  nonce: '486452656',
})
const SEALED = marks({
  signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  timestamp: '1714112445',
  nonce: '415670741',
  msgSignature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
})
const Encrypt =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const event = (CreateTime: number) => ({
  ToUserName: 'gh_97417a04a28d',
  FromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
  CreateTime,
  MsgType: 'event',
  Event: 'debug_demo',
  debug_str: 'hello world',
})
const sealedText = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt })
const openText = JSON.stringify(event(1714037059))

test("WeChat's test of the address is known by its signature", () => {
  expect(isSigned(secrets, TEST_OF_ADDRESS)).toBe(true)
  expect(isSigned({ ...secrets, token: 'BBBBB' }, TEST_OF_ADDRESS)).toBe(false)
  expect(isSigned(secrets, { ...TEST_OF_ADDRESS, nonce: '1' })).toBe(false)
})

test('安全模式: a sealed event is opened', () => {
  expect(openPush(secrets, SEALED, sealedText)).toEqual(event(1714112445))
})

test('明文模式: an open event is taken where no key was agreed on', () => {
  expect(openPush(plain, OPEN, openText)).toEqual(event(1714037059))
})

test.each<[string, PushSecrets, PushMarks, string]>([
  ['another token', { ...secrets, token: 'BBBBB' }, SEALED, sealedText],
  ['another app', { ...secrets, appId: 'wx-of-others' }, SEALED, sealedText],
  ['the signature of the address alone', secrets, { ...SEALED, msgSignature: SEALED.signature }, sealedText],
  ['no signature', secrets, { ...SEALED, msgSignature: '' }, sealedText],
  ['a changed word', secrets, SEALED, sealedText.replace('+qdx', '+qdy')],
  ['an open event where a key was agreed on', secrets, OPEN, openText],
  ['an open event with a wrong signature', plain, { ...OPEN, signature: 'x'.repeat(40) }, openText],
  ['XML', plain, OPEN, '<xml><Event>debug_demo</Event></xml>'],
  ['nothing', secrets, SEALED, ''],
  ['no object', plain, OPEN, '[]'],
])('%s is no push of ours', (_, agreed, given, text) => {
  expect(openPush(agreed, given, text)).toBeNull()
})
