import { fireEvent } from '@testing-library/react'
import { tap } from './tap'

/** What the browser does once somebody has chosen in its dialog, which the button opens. */
export async function chooseFile(files: File[], button = '选一份表'): Promise<void> {
  await tap(button)
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file is asked for')
  expect(input.accept).toBe('.xlsx,.csv')
  fireEvent.change(input, { target: { files } })
}
