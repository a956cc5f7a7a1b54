import { render, screen } from '@testing-library/react'
import { StatusLadder } from '../../../src/client/components/status-ladder'

test('the ladder is read from near to far and says who holds it now', () => {
  render(<StatusLadder now={1} passed={[3, 2]} why="网格定不了，10月15日报到社区。" />)
  const ladder = screen.getByRole('img')
  expect(ladder).toHaveTextContent('片区网格社区街道')
  expect(ladder).toHaveAccessibleName('归谁管：现在在社区。片区经过，网格经过，社区现在，街道还没到')
  expect(screen.getByText('网格定不了，10月15日报到社区。')).toBeInTheDocument()
})

test('a matter that began at the community never went through the grid', () => {
  render(<StatusLadder now={1} passed={[]} />)
  expect(screen.getByRole('img')).toHaveAccessibleName(
    '归谁管：现在在社区。片区还没到，网格还没到，社区现在，街道还没到',
  )
})
