import { act, render, screen, waitFor } from '@testing-library/react'
import { TextInput } from '../../../src/client/components/text-input'
import { problemAt } from '../../../src/client/texts/problems'

const shown = (error?: string, onChange: (value: string) => void = () => undefined) =>
  render(
    <TextInput id="title" label="一句话说" value="" onChange={onChange} error={error} hint="说清在哪儿" />,
  )

test('what is wrong is said beside the field, at once, in place of the hint', () => {
  shown('再写几个字，至少4个')
  expect(screen.getByRole('alert')).toHaveTextContent('再写几个字，至少4个')
  expect(screen.queryByText('说清在哪儿')).toBeNull()
})

test('a right field shows its hint and no alarm', () => {
  shown()
  expect(screen.getByText('说清在哪儿')).toBeInTheDocument()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what is typed reaches the screen', async () => {
  const changed = jest.fn()
  const { container } = shown(undefined, changed)
  const host = container.querySelector('taro-input-core')
  await act(async () => {
    host?.dispatchEvent(new CustomEvent('input', { detail: { value: '路灯坏了' }, bubbles: true }))
  })
  await waitFor(() => expect(changed).toHaveBeenCalledWith('路灯坏了'))
})

describe('the sentence for a broken rule', () => {
  test.each([
    ['title', 'min_length', 4, '再写几个字，至少4个'],
    ['title', 'max_length', 40, '写得长了，最多40个字'],
    ['category', 'picklist', undefined, '请选一个'],
    ['title', 'required', undefined, '请填一下'],
    ['title', 'a rule nobody has translated', undefined, '这里要改一改'],
  ])('%s %s %s says %s', (path, problem, limit, sentence) => {
    expect(problemAt([{ path, problem, limit }], path)).toBe(sentence)
  })

  test('a wrong part of a place is said at the place', () => {
    expect(problemAt([{ path: 'place.words', problem: 'max_length', limit: 60 }], 'place')).toContain('60')
    expect(problemAt([{ path: 'placement', problem: 'required' }], 'place')).toBeUndefined()
  })
})
