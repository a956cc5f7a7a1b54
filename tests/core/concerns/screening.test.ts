import { screen } from '#core/concerns/screening'

const WORDS = ['打死你', 'badword']

test.each([
  ['23栋门口路灯不亮，晚上很黑', 'pass'],
  ['2026-06-08 21:30 又停电了，电表 12345678', 'pass'],
  ['单号 XJ2606080001 的事又来了', 'pass'],
  ['请联系 13800000000', 'review'],
  ['请联系 138-0000-0000', 'review'],
  ['请联系１３８ ００００ ００００', 'review'],
  ['请联系+86 13800000000', 'review'],
  ['座机 0752-2800000', 'review'],
  ['房东身份证 441302199001011234', 'review'],
  ['房东身份证 44130219900101123x', 'review'],
  ['老证 441302900101123', 'review'],
  ['打到卡 6222 0000 0000 0000 000', 'review'],
  ['再吵就打死你', 'risky'],
  ['再吵就打 死·你', 'risky'],
  ['BADWORD 13800000000', 'risky'],
  ['1380000\u200b0000', 'review'],
])('%s: %s', (text, expected) => {
  expect(screen(text, WORDS)).toBe(expected)
})

test('an empty word in the list refuses nobody', () => {
  expect(screen('路灯不亮', [''])).toBe('pass')
})
