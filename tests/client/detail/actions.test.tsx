import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import ConcernPage from '../../../src/client/packages/concern/detail/index'
import { detail as words } from '../../../src/client/texts/detail'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { aDetail, type Detail, li, resolved } from '../support/making'

type May = Detail['may']

const opened = async (concern: Detail) => {
  serverAnswers({ 'concerns.get': () => concern })
  show(ConcernPage, { id: concern.id })
  await screen.findByText(concern.title)
}

const barOf = () => screen.queryByRole('region', { name: '能做的事' })
const buttonsIn = (bar: HTMLElement) =>
  within(bar)
    .getAllByRole('button')
    .map((button) => button.textContent)

test.each<[string, May, string[]]>([
  ['a neighbour may say me too', ['endorse'], [words.actions.endorse]],
  ['the reporter may still withdraw', ['withdraw'], [words.actions.withdraw]],
  ['the reporter answers a result', ['confirm', 'reopen'], [words.actions.reopen, words.actions.confirm]],
  ['too late to praise, still time to object', ['reopen'], [words.actions.reopen]],
])('the bar holds exactly what may be done: %s', async (_, may, expected) => {
  await opened(aDetail({ may }))
  const bar = barOf()
  expect(bar && buttonsIn(bar)).toEqual(expected)
})

test('without a right there is no bar at all', async () => {
  await opened(aDetail({ may: [] }))
  expect(barOf()).toBeNull()
})

test('who works on a matter finds his own steps there, and me too one tap further', async () => {
  await opened(aDetail({ may: ['start', 'endorse'] }))
  const bar = barOf()
  expect(bar && buttonsIn(bar)).toHaveLength(2)
  expect(within(bar ?? document.body).queryByText(words.actions.endorse)).toBeNull()
})

test('me too is sent once, and the matter is asked anew', async () => {
  signedInAs(li())
  serverAnswers({
    'concerns.get': () => aDetail({ may: ['endorse'] }),
    'concerns.endorse': () => ({ id: 'c1', endorsements: 5 }),
  })
  show(ConcernPage, { id: 'c1' })
  fireEvent.click(await screen.findByRole('button', { name: words.actions.endorse }))
  await waitFor(() => expect(sentTo('concerns.get')).toHaveLength(2))
  expect(sentTo('concerns.endorse')).toEqual([{ id: 'c1' }])
})

test('a guest reads the matter and is asked to sign in before he joins', async () => {
  await opened(aDetail({ may: [] }))
  expect(screen.getByText(words.guest.title)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: words.guest.button })).toBeInTheDocument()
})

describe('the rating', () => {
  const openSheet = async () => {
    serverAnswers({ 'concerns.get': () => resolved(), 'concerns.confirm': () => ({ id: 'c1', version: 5 }) })
    show(ConcernPage, { id: 'c1' })
    fireEvent.click(await screen.findByRole('button', { name: words.actions.confirm }))
    return screen.findByRole('radiogroup', { name: words.rate.label })
  }

  test('has five answers in words, the best first', async () => {
    const group = await openSheet()
    const answers = within(group).getAllByRole('radio')
    expect(answers.map((answer) => answer.textContent)).toEqual([
      '很满意',
      '满意',
      '一般',
      '不满意',
      '很不满意',
    ])
  })

  test('is given with the keyboard alone', async () => {
    const group = await openSheet()
    const good = within(group).getByRole('radio', { name: '满意' })
    expect(good).toHaveAttribute('tabindex', '0')
    fireEvent.keyDown(good, { key: ' ' })
    expect(good).toHaveAttribute('aria-checked', 'true')
    fireEvent.keyDown(screen.getByRole('button', { name: words.rate.send }), { key: 'Enter' })
    await waitFor(() => expect(sentTo('concerns.confirm')).toHaveLength(1))
    expect(sentTo('concerns.confirm')[0]).toEqual({ id: 'c1', version: 4, rating: { stars: 4, words: '' } })
  })

  test('without an answer says so and sends nothing', async () => {
    await openSheet()
    fireEvent.click(screen.getByRole('button', { name: words.rate.send }))
    expect(await screen.findByRole('alert')).toHaveTextContent(words.rate.missing)
    expect(sentTo('concerns.confirm')).toEqual([])
  })
})

test('not fixed yet needs two words before it goes out, and keeps them', async () => {
  serverAnswers({ 'concerns.get': () => resolved(), 'concerns.reopen': () => ({ id: 'c1', version: 5 }) })
  show(ConcernPage, { id: 'c1' })
  fireEvent.click(await screen.findByRole('button', { name: words.actions.reopen }))
  fireEvent.click(await screen.findByRole('button', { name: words.reopen.send }))
  expect(await screen.findByRole('alert')).toHaveTextContent('至少2个')
  expect(sentTo('concerns.reopen')).toEqual([])
})
