import { FIGURES } from '../../../src/core/dashboard/figures'
import { memoryStore } from '../../support/database'
import { answerOf, STREET, type Street, smallStreet } from '../concerns/small-street'

let street: Street
beforeAll(async () => {
  street = await smallStreet(await memoryStore())
})
afterAll(() => street.store.close())

const figure = (figure: (typeof FIGURES)[number]) =>
  street.ask('guest', 'dashboard.figure', { gridPath: STREET, figure })

test('whoever asks for concerns while a dashboard opens waits for one figure at most, not for all', async () => {
  const answered: string[] = []
  const opening = FIGURES.map((name) => figure(name).then(() => answered.push(name)))
  const list = street.ask('guest', 'concerns.list', { show: 'open' }).then((answer) => {
    answerOf(answer)
    answered.push('neighbour')
  })
  await Promise.all([...opening, list])
  expect(answered.filter((name) => name !== 'neighbour')).toEqual(FIGURES)
  expect(answered.indexOf('neighbour')).toBeLessThanOrEqual(1)
})

test('a figure that is refused does not hold up the next one', async () => {
  const [refused, answered] = await Promise.all([
    street.ask('guest', 'dashboard.figure', { gridPath: '000000000', figure: 'topics' }),
    figure('topics'),
  ])
  expect(refused.ok).toBe(false)
  answerOf(answered)
})
