import { act, fireEvent, screen } from '@testing-library/react'

/** Waits for the button and presses it; of several of one name that of the sheet that is up. */
export async function tap(name: string | RegExp, role = 'button'): Promise<void> {
  const found = await screen.findAllByRole(role, { name })
  const button = found.find((one) => one.closest('[role=dialog]')) ?? found[0]
  await act(async () => {
    if (button) fireEvent.click(button)
  })
}
