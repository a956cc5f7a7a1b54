import { fireEvent, screen, waitFor } from '@testing-library/react'
import { ChangeSheet } from '../../../src/client/packages/lists/goals/change-sheet'
import { serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'

const Sheet = () => <ChangeSheet gridPath="441302010.001.005" onClose={() => {}} />

test('the project a change grew out of is picked by its name, and a second tap takes the choice back', async () => {
  signedInAs(li())
  const items = [
    { id: 'pr1', title: '三岔口画线', state: 'published' as const },
    { id: 'pr2', title: '巷口装路灯', state: 'running' as const },
  ]
  serverAnswers({ 'projects.of_grid': () => ({ items }) })
  show(Sheet)
  const chip = await screen.findByRole('button', { name: '三岔口画线' })
  fireEvent.click(chip)
  expect(chip.getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('button', { name: '巷口装路灯' }).getAttribute('aria-pressed')).toBe('false')
  fireEvent.click(chip)
  expect(chip.getAttribute('aria-pressed')).toBe('false')
})

test('a grid that has built nothing is asked for no project', async () => {
  signedInAs(li())
  serverAnswers({ 'projects.of_grid': () => ({ items: [] }) })
  show(Sheet)
  await waitFor(() => expect(screen.queryByText('从哪个项目来（可以不选）')).toBeNull())
})
