import fc from 'fast-check'
import { FIELD_TYPES, fitted } from '#core/messages/fields'
import { at } from '../making'

test.each([
  ['thing', '23栋门口路灯不亮', '23栋门口路灯不亮'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十又', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing', '一二三四五六七八九十一二三四五六七八😀😀', '一二三四五六七八九十一二三四五六七八…'],
  ['thing', ' 路灯\n不亮\u200b\t了 ', '路灯 不亮 了'],
  ['thing', '\n', '无'],
  ['phrase', '请部门到场了', '请部门到场'],
  ['phrase', '7天内', '天内'],
  ['phrase', 'OK', '无'],
  ['phrase', '𠀀𠀀𠀀', '𠀀𠀀'],
  ['character_string', 'XJ2606080001', 'XJ2606080001'],
  ['character_string', '编号 XJ 26', 'XJ26'],
  ['number', '第12件', '12'],
  ['number', '没有', '0'],
] as const)('%s: %s', (type, said, shown) => expect(fitted(type, said)).toBe(shown))

test('an instant is told in China’s time, as the fields for time and date want it', () => {
  for (const type of ['time', 'date'] as const) {
    expect(fitted(type, at('2022-12-19 09:05'))).toBe('2022年12月19日 09:05')
  }
})

/** What WeChat's documentation says of each field; whatever else is refused with 47003. */
const TAKEN: Record<(typeof FIELD_TYPES)[number], RegExp> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^\d{1,32}$/,
  time: /^\d{4}年\d{2}月\d{2}日 \d{2}:\d{2}$/,
  date: /^\d{4}年\d{2}月\d{2}日 \d{2}:\d{2}$/,
}

test('whatever people write, WeChat takes it: never too long, never empty, no half character', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 })
  const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
  for (const type of FIELD_TYPES) {
    const isTime = type === 'time' || type === 'date'
    fc.assert(
      fc.property(isTime ? instant : fc.oneof(anything, fc.string({ unit: 'grapheme' })), (said) => {
        expect(fitted(type, said)).toMatch(TAKEN[type])
        expect(fitted(type, said)).not.toMatch(/\p{Cs}/u)
      }),
    )
  }
})
