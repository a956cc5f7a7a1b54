import { render, screen } from '@testing-library/react'
import { DeadlineBadge, toneOf } from '../../../src/client/components/deadline-badge'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('a deadline of ten days', () => {
  test.each([
    ['has nothing to alarm about with three days left', 3 * DAY, 'quiet', '还剩3天'],
    ['is soon in its last quarter', 2 * DAY, 'soon', '还剩2天'],
    ['is soon in its last hours', 3 * HOUR, 'soon', '还剩3小时'],
    ['is over at the very instant', 0, 'over', '超期1分钟'],
    ['stays over', -30 * HOUR, 'over', '超期1天'],
  ])('%s', (_title, left, tone, words) => {
    const deadline = { since: 0, dueAt: 10 * DAY, now: 10 * DAY - left }
    expect(toneOf(deadline)).toBe(tone)
    render(<DeadlineBadge {...deadline} />)
    expect(screen.getByText(words)).toBeInTheDocument()
  })
})
