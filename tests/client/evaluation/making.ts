import { act, fireEvent, screen } from '@testing-library/react'
import type { OutputOf } from '../../../src/contracts/operations'

export const NOW = Date.UTC(2026, 10, 23, 1, 30)
export const DAY = 86_400_000

type Told = OutputOf<'scores.get'>

const nothing = { num: 0, den: 0, events: [] }

export const aCard = (more: Partial<Told> = {}): Told => ({
  id: 's1',
  version: 2,
  kind: 'head',
  period: '2026-10',
  label: '23栋',
  name: '温师傅',
  state: 'preview',
  edition: 1,
  score: 893,
  stars: 4,
  previewUntil: NOW + 2 * DAY,
  formula: 'head-1',
  applicable: 47,
  points: 0,
  components: [
    {
      key: 'patrols',
      weight: 12,
      num: 3,
      den: 4,
      events: [
        { id: 'inspection:i1', at: NOW - 20 * DAY, num: 1, den: 1 },
        { id: 'week:2026-10-05', at: NOW - 49 * DAY, num: 0, den: 1 },
      ],
    },
    {
      key: 'contact',
      weight: 10,
      num: 1,
      den: 1,
      events: [{ id: 'concern:c1', at: NOW - 30 * DAY, num: 1, den: 1 }],
    },
    { key: 'attendance', weight: 10, ...nothing },
  ],
  adjustments: [],
  appeals: [],
  editions: [{ edition: 1, score: 893, stars: 4, computedAt: NOW - DAY }],
  text: '{"format":"loudong-score-1"}\n',
  hash: 'ab'.repeat(32),
  talk: null,
  may: ['appeal'],
  ...more,
})

/** Taps a button by its name; the `at`th of several, counted from the end when negative. */
export async function press(name: string | RegExp, at = 0): Promise<void> {
  const button = (await screen.findAllByRole('button', { name })).at(at)
  if (!button) throw new Error(`no such button: ${name}`)
  await act(async () => {
    fireEvent.click(button)
  })
}
