import { FRAME, framesOf, knownWords } from '../../src/contracts/mishap'

test.each([
  [
    "Cannot read properties of undefined (reading 'title')",
    "Cannot read properties of undefined (reading 'title')",
  ],
  ["Cannot read property 'title' of undefined", "Cannot read property 'title' of undefined"],
  ["undefined is not an object (evaluating 'me.home')", "undefined is not an object (evaluating 'me.home')"],
  ['list.flatMap is not a function', 'list.flatMap is not a function'],
  [
    'Loading chunk packages_concern failed.\n(error: https://x.test/js/1.js?phone=13800138000)',
    'Loading chunk packages_concern failed',
  ],
  ['request:fail timeout', 'request:fail timeout'],
])('what an engine says gets through: %s', (said, told) => {
  expect(knownWords(said)).toBe(told)
})

test.each([
  '李先生的电话是13800138000',
  '13800138000 is not defined',
  'li13800138000 is not defined',
  'Unexpected token 李 in JSON at position 3',
  `Unexpected token 'h', "hello, my name"... is not valid JSON`,
  'request:fail url not in domain list: https://x.test/?phone=13800138000',
  "Cannot read properties of undefined (reading '李先生')",
  'invalid input: Zhang San',
])('of what a person typed nothing gets through: %s', (said) => {
  expect(knownWords(said)).not.toMatch(/\d{5}|[^\x20-\x7e]|hello|Zhang|x\.test/)
})

test.each([
  [
    'TypeError: 13800138000\n    at Foo (https://loudong.test/js/app.1a2b3c4d.js?v=1:1:234)\n    at async https://loudong.test/js/2.js:3:4',
    ['Foo app.1a2b3c4d.js:1:234', '2.js:3:4'],
  ],
  [
    'foo@https://loudong.test/js/app.js:1:2\n@weapp:///pages/home/index.js:5:6',
    ['foo app.js:1:2', 'index.js:5:6'],
  ],
  [
    '李先生 13800138000\n    at 李 (http://127.0.0.1/pages/report/index.js:1:2)\n    at new Draft13800138000 (x.js:1:1)',
    ['index.js:1:2', 'x.js:1:1'],
  ],
  ['no stack at all', []],
])('of a stack only the places remain', (stack, frames) => {
  expect(framesOf(stack)).toEqual(frames)
  for (const frame of framesOf(stack)) expect(frame).toMatch(FRAME)
})
