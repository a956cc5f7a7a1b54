import { fireEvent, render, screen } from '@testing-library/react'
import { AppButton } from '../../../src/client/components/button'

test('a button is pressed by Enter and by the space bar, as by a finger', () => {
  const pressed = jest.fn()
  render(<AppButton onPress={pressed}>交给网格员</AppButton>)
  const button = screen.getByRole('button', { name: '交给网格员' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  fireEvent.keyDown(button, { key: ' ' })
  expect(pressed).toHaveBeenCalledTimes(3)
  expect(button).toHaveAttribute('tabindex', '0')
})

test('any other key does nothing', () => {
  const pressed = jest.fn()
  render(<AppButton onPress={pressed}>交给网格员</AppButton>)
  fireEvent.keyDown(screen.getByRole('button'), { key: 'Tab' })
  expect(pressed).not.toHaveBeenCalled()
})

test('while it waits for an answer, a second tap is not sent', () => {
  const pressed = jest.fn()
  render(
    <AppButton busy onPress={pressed}>
      交给网格员
    </AppButton>,
  )
  const button = screen.getByRole('button', { name: '交给网格员' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(pressed).not.toHaveBeenCalled()
  expect(button).toHaveAttribute('aria-disabled', 'true')
})
