import { sendDueMessages } from '../../../src/server/messages/send'
import type { Store } from '../../../src/server/storage/database'
import { receivePush } from '../../../src/server/wechat/push'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, LAMP, type Who } from '../concerns/small-street'
import { comesFromWechat, openidOf, type StreetWithWechat, streetWithWechat } from './mail'

describeOnEveryEngine('what WeChat pushes about messages', (open) => {
  let store: Store
  let street: StreetWithWechat
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await streetWithWechat(store)
    await comesFromWechat(street, 'resident', 'neighbour')
    await grants('resident')
    await grants('neighbour')
  })
  afterEach(() => street.server.stop())

  const grants = async (who: Who) => {
    street.wechat.grant(openidOf(who), 'progress')
    const answers = (['progress', 'result'] as const).map((template) => ({
      template,
      answer: 'accept' as const,
    }))
    answerOf(await street.ask(who, 'messages.grant', { answers }))
  }
  const left = async (who: Who) =>
    answerOf(await street.ask(who, 'messages.mine', {})).templates.map(({ left }) => left)
  const pushed = (event: object, who: Who = 'resident') =>
    receivePush(street.system, {
      ToUserName: 'gh_123456789abc',
      FromUserName: openidOf(who),
      CreateTime: '1610968440',
      MsgType: 'event',
      ...event,
    })
  const off = (id: string) => ({ TemplateId: id, SubscribeStatusString: 'reject' })

  test('a template turned off in WeChat ends what this person granted of it, and nothing else', async () => {
    const event = { Event: 'subscribe_msg_change_event', List: [off('id-progress'), off('unknown')] }
    expect(await pushed(event)).toBe('taken')
    expect(await left('resident')).toEqual([0, 1, 0, 0, 0])
    expect(await left('neighbour')).toEqual([1, 1, 0, 0, 0])
    expect(await pushed(event)).toBe('taken')
  })

  test('a list of one comes without a list', async () => {
    await pushed({ Event: 'subscribe_msg_change_event', List: off('id-result') })
    expect(await left('resident')).toEqual([1, 0, 0, 0, 0])
  })

  test('a message that WeChat took and could not deliver is written down as failed; its grant is gone', async () => {
    const { id } = answerOf(await street.ask('resident', 'concerns.submit', LAMP))
    answerOf(await street.ask('grid_staff', 'concerns.accept', { id, version: 1, level: 2, desk: 'grid' }))
    street.time.now += 60_000
    expect(await sendDueMessages(street.system, 10)).toBe(1)
    const outcomes = async () =>
      (await store.db.selectFrom('outgoing_messages').select(['outcome', 'errcode']).execute())[0]

    // Eighteen digits, as WeChat's numbers have: JSON rounds them, in the answer as in the event.
    const sent = (MsgID: string, ErrorCode: string) =>
      pushed({
        Event: 'subscribe_msg_sent_event',
        List: { TemplateId: 'id-progress', MsgID, ErrorCode, ErrorStatus: 'failed' },
      })
    await sent('1988810812324364291', '0')
    await sent('1700827132819554304', '1')
    expect(await outcomes()).toEqual({ outcome: 'sent', errcode: null })
    expect(await sent('1988810812324364291', '1')).toBe('taken')
    expect(await outcomes()).toEqual({ outcome: 'failed', errcode: 1 })
    expect(await left('resident')).toEqual([0, 1, 0, 0, 0])
  })

  test('whoever is unknown changes nothing, and what the app tells itself is left aside', async () => {
    const event = { Event: 'subscribe_msg_change_event', List: [off('id-progress')] }
    expect(await pushed(event, 'follower')).toBe('taken')
    const popup = {
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: 'id-work', SubscribeStatusString: 'accept', PopupScene: '0' },
    }
    expect(await pushed(popup)).toBe('ignored')
    expect(await left('resident')).toEqual([1, 1, 0, 0, 0])
  })
})
