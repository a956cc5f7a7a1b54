import { reportTo } from '../../src/server/report'

const reported = (surprise: unknown) => {
  const lines: string[] = []
  reportTo((line) => lines.push(line))(surprise, 'request-1')
  return lines
}

test('a surprise is one line with its request, its name, its code and where it happened', () => {
  const surprise = Object.assign(new TypeError('no such thing'), { code: '23505' })
  const [line = '', ...more] = reported(surprise)
  expect(more).toEqual([])
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    requestId: 'request-1',
    surprise: 'TypeError',
    code: '23505',
  })
  expect(line).toContain('report.test')
})

test.each([
  ['a phone', '10012345678'],
  ['a token', 'uV8mI0b7Zk1tYx3QeWn5RcA9sDf2GhJ4kLpOzXqN6vM'],
  ['an openid', 'oGZUI0egBJY1zhBYw2KhdUfwVJJE'],
])('%s inside a message does not reach the log', (_, secret) => {
  expect(reported(new Error(`invalid input syntax: "${secret}"`)).join()).not.toContain(secret)
  expect(reported(`thrown as a text: ${secret}`).join()).not.toContain(secret)
})
