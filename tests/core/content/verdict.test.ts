import { PASS, stricter, UNASKED, type Verdict } from '#core/content/verdict'

const review: Verdict = { says: 'review', doubt: 'number' }
const abuse: Verdict = { says: 'review', doubt: 'abuse' }
const risky: Verdict = { says: 'risky', doubt: 'crime' }

test.each<[string, Verdict, Verdict, Verdict]>([
  ['a number found here is looked at, whatever WeChat says', review, PASS, review],
  ['what WeChat wants looked at is looked at', PASS, abuse, abuse],
  ['what WeChat refuses is refused, though we found nothing', PASS, risky, risky],
  ['what WeChat refuses is refused, though we only wanted a look', review, risky, risky],
  ['a check that could not be asked is no pass', PASS, UNASKED, UNASKED],
  ['of two doubts the first is told', review, abuse, review],
  ['nothing found twice is nothing', PASS, PASS, PASS],
])('%s', (_, ours, wechats, counts) => {
  expect(stricter(ours, wechats)).toEqual(counts)
})
