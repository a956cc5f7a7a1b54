import { fireEvent, render, screen } from '@testing-library/react'
import { Sheet } from '../../../src/client/components/sheet'

const shown = (onClose: () => void, onPress: () => void) =>
  render(<Sheet id="done" title="办好了吗" open onClose={onClose} act={{ words: '办好了', onPress }} />)

test('the question is a dialog with its name and two answers', () => {
  const [closed, pressed] = [jest.fn(), jest.fn()]
  shown(closed, pressed)
  expect(screen.getByRole('dialog', { name: '办好了吗' })).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '办好了' }))
  expect(pressed).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByRole('button', { name: '先不了' }))
  expect(closed).toHaveBeenCalledTimes(1)
})

test('Escape closes it', () => {
  const closed = jest.fn()
  shown(closed, jest.fn())
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(closed).toHaveBeenCalledTimes(1)
})
