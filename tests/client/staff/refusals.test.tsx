import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import type { ConcernDetail } from '../../../src/client/components/staff-actions/deeds'
import { StaffActions } from '../../../src/client/components/staff-actions/staff-actions'
import { useConnection } from '../../../src/client/stores/connection'
import {
  choose,
  concern,
  emptyStage,
  granted,
  inputsOf,
  LOST,
  NOW,
  refused,
  sentTo,
  serve,
  showActions,
  shown,
  tap,
  tapInSheet,
  type,
  typedIn,
} from './stage'

beforeEach(() => {
  emptyStage()
  useConnection.setState({ online: true })
})

const moved = granted({ id: 'c1', version: 8 })
const contact = () => concern({ may: ['contact'] })

test('a double tap is one command', async () => {
  let answer = () => {}
  const slow = new Promise<object>((resolve) => {
    answer = () => resolve(moved)
  })
  serve({ 'concerns.contact': () => slow })
  showActions(contact())
  await tap('记一次联系')
  await type('contact-note', '打过电话')
  await tapInSheet('记下')
  await tapInSheet('记下')
  await act(async () => answer())
  expect(inputsOf('concerns.contact')).toHaveLength(1)
})

test('after a lost answer the same words go out under the same key, even if news arrived underneath', async () => {
  useConnection.setState({ online: false })
  serve({ 'concerns.contact': [LOST, moved] })
  const { rerender } = showActions(contact())
  await tap('记一次联系')
  await type('contact-note', '打过电话')
  await tapInSheet('记下')
  expect(screen.getByText('没网了')).toBeInTheDocument()
  const onDone = async () => undefined
  rerender(<StaffActions concern={{ ...contact(), version: 8 }} onDone={onDone} />)
  await tap('重试')
  const [first, second] = sentTo('concerns.contact')
  expect(second).toEqual(first)
  expect(first?.key).toMatch(/^[0-9a-f]{32}$/)
})

test('a refusal keeps what was typed and says it beside the field', async () => {
  serve({
    'concerns.contact': refused('VALIDATION', [{ path: 'note', problem: 'max_length', limit: 500 }]),
  })
  showActions(contact())
  await tap('记一次联系')
  await type('contact-note', '很长很长的话')
  await tapInSheet('记下')
  expect(screen.getByRole('alert')).toHaveTextContent('写得长了，最多500个字')
  expect(typedIn('contact-note')).toBe('很长很长的话')
  expect(screen.getByRole('dialog')).toBeInTheDocument()
})

test('closing the sheet keeps the words for the next time; a deed done starts anew', async () => {
  serve({ 'concerns.contact': moved })
  showActions(contact())
  await tap('记一次联系')
  await type('contact-note', '打过电话')
  await tapInSheet('先不了')
  await tap('记一次联系')
  expect(typedIn('contact-note')).toBe('打过电话')
  await tapInSheet('记下')
  await tap('记一次联系')
  expect(typedIn('contact-note')).toBe('')
})

/** A page that asks the matter anew when told to. */
function Page({ before, after }: { before: ConcernDetail; after: ConcernDetail }) {
  const [found, setFound] = useState(before)
  return <StaffActions concern={found} onDone={async () => setFound(after)} />
}

const news = (may: ConcernDetail['may']) =>
  concern({
    version: 8,
    may,
    timeline: [{ seq: 2, kind: 'contact', at: NOW, by: '网格长温志强', level: 2, detail: {} }],
  })

test('when somebody else was quicker, the newest is shown and the typed words go out with it', async () => {
  serve({ 'concerns.contact': [refused('VERSION_CONFLICT'), moved] })
  shown(<Page before={contact()} after={news(['contact'])} />)
  await tap('记一次联系')
  await type('contact-note', '打过电话')
  await tapInSheet('记下')
  expect(screen.getByText('刚才有人也改了')).toBeInTheDocument()
  await tap('看新的')
  expect(screen.getByText('网格长温志强：联系过反映人。您写的还在，看过再交。')).toBeInTheDocument()
  expect(typedIn('contact-note')).toBe('打过电话')
  await tapInSheet('记下')
  expect(inputsOf('concerns.contact').map(({ version }) => version)).toEqual([7, 8])
})

test('when the step is no longer possible, that is said and the words are still there to be read', async () => {
  serve({ 'concerns.contact': refused('NOT_IN_THIS_STATE') })
  shown(<Page before={contact()} after={news([])} />)
  await tap('记一次联系')
  await type('contact-note', '打过电话')
  await tapInSheet('记下')
  await tap('看新的')
  expect(screen.getByText('现在做不了这一步了。您写的还在，看过再关上。')).toBeInTheDocument()
  expect(typedIn('contact-note')).toBe('打过电话')
})

test('a desk that cannot take the matter is said at the choice, and another one can be chosen', async () => {
  serve({ 'concerns.accept': [refused('VALIDATION'), moved] })
  showActions(concern({ state: 'submitted', may: ['accept'] }))
  await tap('受理')
  await choose(/楼栋长办/)
  await tapInSheet('受理')
  expect(screen.getByRole('alert')).toHaveTextContent('比如这一栋还没有楼栋长')
  await choose(/网格办/)
  await tapInSheet('受理')
  expect(inputsOf('concerns.accept').map(({ desk }) => desk)).toEqual(['head', 'grid'])
})

test('what only somebody else can do is told, and the button leads out', async () => {
  serve({ 'concerns.verify': refused('SELF_APPROVAL') })
  showActions(concern({ state: 'resolved', may: ['verify'] }))
  await tap('核实')
  await tapInSheet('确实办好了')
  expect(screen.getByText('自己办的，要别人来核')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  await tap('核实')
  expect(screen.getByRole('dialog')).toBeInTheDocument()
})
