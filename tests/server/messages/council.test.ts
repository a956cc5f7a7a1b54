import { runMotionClock } from '../../../src/server/council/clock'
import { runPollReminders } from '../../../src/server/council/closing-soon'
import { sendDueMessages } from '../../../src/server/messages/send'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, type Who } from '../concerns/small-street'
import { announced, cast, councilOf, DAY, motionOf } from '../council/making'
import { comesFromWechat, openidOf, type StreetWithWechat, streetWithWechat } from './mail'

const HOUR = 3_600_000

describeOnEveryEngine('what the council says in WeChat', (open) => {
  let store: Store
  let street: StreetWithWechat
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await streetWithWechat(store)
    await councilOf(store)
    await comesFromWechat(street, 'head', 'follower')
  })
  afterEach(() => street.server.stop())

  const grants = async (who: Who, times: number) => {
    for (let n = 0; n < times; n += 1) {
      street.wechat.grant(openidOf(who), 'council')
      const answers = [{ template: 'council' as const, answer: 'accept' as const }]
      answerOf(await street.ask(who, 'messages.grant', { answers }))
    }
  }
  const sent = async () => {
    street.time.now += HOUR
    await sendDueMessages(street.system, 100)
    return street.wechat.letters
      .splice(0)
      .map(({ touser, page, data }) => [touser, page, data.phrase2?.value, data.thing1?.value])
  }
  /** Open for four days: long enough to remind somebody of it. */
  async function opened() {
    const { id, version } = await announced(street)
    const opening = { id, version, days: 4, ballots: 'open' as const, opinion: false }
    answerOf(await street.ask('volunteer', 'motions.open_poll', opening))
    const { ballot } = await motionOf(street, id)
    return { id, pollId: ballot?.id ?? '', closesAt: ballot?.closesAt ?? 0 }
  }

  test('a vote that opens, and how it came out, reach those heads alone who asked for it', async () => {
    await grants('head', 2)
    const { id, closesAt } = await opened()
    const page = `packages/council/motion/index?id=${id}`
    expect(await sent()).toEqual([[openidOf('head'), page, '开始投票', '1栋旁留一条坡道']])
    street.time.now = closesAt
    await runMotionClock(street.system, 10)
    street.time.now += 12 * HOUR
    expect(await sent()).toEqual([[openidOf('head'), page, '票数出来', '1栋旁留一条坡道']])
    expect(street.surprises).toEqual([])
  })

  test('a day before the close the houses that have not voted hear of it, once; those that have, do not', async () => {
    const { pollId, closesAt } = await opened()
    await grants('head', 2)
    await grants('follower', 2)
    answerOf(await cast(street, 'head', pollId, { 'JX-001': 'for' }))
    street.time.now = closesAt - DAY - 1
    expect(await runPollReminders(street.system, 10)).toBe(0)
    street.time.now = closesAt - DAY
    expect(await runPollReminders(street.system, 10)).toBe(1)
    expect(await runPollReminders(street.system, 10)).toBe(0)
    expect((await sent()).map(([who, , state]) => [who, state])).toEqual([[openidOf('follower'), '快截止了']])
    const told = answerOf(await street.ask('neighbour', 'inbox.list', {})).items.map(({ kind }) => kind)
    expect(told.filter((kind) => kind === 'motion_closing')).toHaveLength(1)
    expect(street.surprises).toEqual([])
  })

  test('that a vote is open is not said any more when it is over', async () => {
    await grants('head', 1)
    const { closesAt } = await opened()
    street.time.now = closesAt
    await runMotionClock(street.system, 10)
    street.time.now += 12 * HOUR
    const states = (await sent()).map(([, , state]) => state)
    expect(states).not.toContain('开始投票')
  })
})
