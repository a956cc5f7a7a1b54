import { createHash } from 'node:crypto'
import { Phone, PUSH_TOKEN, startServer, until } from '../phone'

let app: Awaited<ReturnType<typeof startServer>>
let reporter: Phone
let neighbour: Phone

beforeAll(async () => {
  app = await startServer()
  reporter = await Phone.open(app)
  neighbour = await Phone.open(app)
})

afterAll(async () => {
  await reporter?.close()
  await neighbour?.close()
  await app?.stop()
})

const DETAIL = '巷口这盏灯昨晚起不亮了。'

/** WeChat's message push, signed as its documentation says. */
async function wechatPushes(event: object): Promise<void> {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), '1514711492']
  const signature = createHash('sha1').update([PUSH_TOKEN, timestamp, nonce].sort().join('')).digest('hex')
  const query = new URLSearchParams({ signature, timestamp, nonce })
  const answered = await fetch(`${app.address}/wechat/push?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ MsgType: 'event', Event: 'wxa_media_check', version: 2, ...event }),
  })
  expect(await answered.text()).toBe('success')
}

test('a photo with a report is seen by its reporter at once, by a neighbour once WeChat has answered', async () => {
  await reporter.signsInAs('wei')
  await reporter.tap('路灯')
  await reporter.tap('这段没装')
  await reporter.tap(/^23栋/)
  await reporter.willChoosePhoto('#1b2430')
  await reporter.tap(/加照片/)
  await reporter.sees('再拍一张')
  await reporter.writes('#detail', DETAIL)
  await reporter.tap('交给网格员')
  await reporter.sees('留个电话，好联系您')
  await reporter.writes('#phone', '13800138000')
  await reporter.tap('留下，接着交')
  await reporter.sees('收到了')
  await reporter.tap('看看走到哪儿了')
  await reporter.sees(DETAIL)
  await reporter.sees('核对中，过了大家才看得到')
  const { query } = await reporter.page()
  const matter = `/packages/concern/detail/index?id=${String(query.id)}`

  await neighbour.go(matter)
  await neighbour.sees('图片核对中')

  await until('WeChat to be asked', async () => app.wechat.traces.length > 0)
  await wechatPushes({ trace_id: app.wechat.traces[0], errcode: 0, result: { suggest: 'pass', label: 100 } })
  // The answer may come before the server has written down which photo it is for.
  await until('the photo', async () => {
    await neighbour.program.callWxMethod('startPullDownRefresh')
    return neighbour.button('放大第1张照片')
  })
  expect(await neighbour.text()).not.toContain('图片核对中')
  expect([...reporter.complaints, ...neighbour.complaints]).toEqual([])
})
