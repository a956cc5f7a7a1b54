import type { Basis } from '#core/evaluation/card'
import { cardOf } from '#core/evaluation/card'
import type { Fact } from '#core/evaluation/facts'
import type { ComponentKey } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import { windowOf } from '#core/evaluation/period'
import { GRID, PIECE, STREET } from '../making'

export const PERIOD = '2026-05'
export const WINDOW = windowOf(PERIOD)

let counted = 0
export const fact = (
  component: ComponentKey,
  num: number,
  den = 1,
  eventId = `event:${++counted}`,
): Fact => ({
  component,
  eventId,
  at: WINDOW.from,
  num,
  den,
})

/** So many of so many for each component named. */
export const facts = (shares: Partial<Record<ComponentKey, [num: number, den: number]>>): Fact[] =>
  Object.entries(shares).map(([key, [num, den]]) => fact(key as ComponentKey, num, den))

export const basis = (more: Partial<Basis> = {}): Basis => ({
  streetId: STREET,
  kind: 'head',
  subjectId: 'b23',
  personId: 'wen',
  period: PERIOD,
  edition: 1,
  formula: more.kind === 'grid' ? 'grid-1' : 'head-1',
  window: WINDOW,
  residents: null,
  facts: [],
  corrections: [],
  adjustments: [],
  ...more,
})

export const scored = (given: Fact[], more: Partial<Basis> = {}) => cardOf(basis({ facts: given, ...more }))

export const life = (more: Partial<Life> = {}): Life =>
  ({
    kind: 'head',
    subjectId: 'b23',
    personId: 'wen',
    gridPath: more.kind === 'grid' ? GRID : PIECE,
    period: PERIOD,
    edition: 1,
    appeals: [],
    state: 'computed',
    ...more,
  }) as Life
