import fc from 'fast-check'
import { readScene, type Scene, sceneText } from '#core/grids/scene'

test.each<[string, Scene]>([
  ['b=LD1KAB', { kind: 'building', plate: 'LD1KAB' }],
  ['c=XJ2611230007', { kind: 'concern', no: 'XJ2611230007' }],
  ['t=0199-ab_c.d~e', { kind: 'task', id: '0199-ab_c.d~e' }],
])('%s is written and read', (text, scene) => {
  expect(sceneText(scene)).toBe(text)
  expect(readScene(text)).toEqual(scene)
})

test.each([
  '',
  'b=',
  'b',
  'x=1',
  'B=1',
  'b=1&c=2',
  'b=1 ',
  ' b=1',
  'b=门牌',
  'b%3D1',
  'b=a/b',
  `b=${'1'.repeat(31)}`,
  'b=1\n',
  'constructor=1',
])('%j is no code of ours', (text) => {
  expect(readScene(text)).toBeNull()
})

test('what WeChat could not print is not written', () => {
  expect(sceneText({ kind: 'building', plate: '门牌23' })).toBeNull()
  expect(sceneText({ kind: 'building', plate: '1'.repeat(31) })).toBeNull()
})

test('what is written holds 32 characters of WeChat’s alphabet at most, and reads as what it was', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (plate) => {
      const text = sceneText({ kind: 'building', plate })
      if (text === null) return
      expect(text).toMatch(/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/)
      expect(readScene(text)).toEqual({ kind: 'building', plate })
    }),
  )
})
