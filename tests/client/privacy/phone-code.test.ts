import { phoneCodeIn } from '../../../src/client/platform/phone'

test.each([
  ['a code', { code: 'c1', errMsg: 'getPhoneNumber:ok' }, { code: 'c1' }],
  ['a holder who turns back', { errMsg: 'getPhoneNumber:fail user deny' }, 'turnedBack'],
  [
    'a gate that was refused',
    { errMsg: 'getPhoneNumber:fail privacy permission is not authorized' },
    'turnedBack',
  ],
  [
    'a quota that is used up',
    { errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1_400_001 },
    'failed',
  ],
])('%s', (_, detail, found) => {
  expect(phoneCodeIn(detail as Parameters<typeof phoneCodeIn>[0])).toEqual(found)
})
