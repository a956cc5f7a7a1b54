import { ok, type Result, refuse } from '../result'

/** 门牌: missing or damaged > applied for (its code is printed) > ok (somebody put it up). */
export const PLATE_STATES = ['ok', 'missing', 'damaged', 'applied'] as const
export type PlateState = (typeof PLATE_STATES)[number]

export const PLATE_STEPS = ['apply', 'mount', 'damage'] as const
export type PlateStep = (typeof PLATE_STEPS)[number]

const FROM: Record<PlateStep, readonly PlateState[]> = {
  apply: ['missing', 'damaged'],
  mount: ['applied'],
  damage: ['ok'],
}
const TO: Record<PlateStep, PlateState> = { apply: 'applied', mount: 'ok', damage: 'damaged' }

/** What becomes of a plate; a step that does not follow from how it is now is refused. */
export const stepPlate = (before: PlateState, step: PlateStep): Result<PlateState> =>
  FROM[step].includes(before) ? ok(TO[step]) : refuse('NOT_IN_THIS_STATE')

/** What a QR code on a plate leads to: `b=` and the plate's code, alone as a mini-program's scene or in an address. */
export const plateScene = (code: string): string => `b=${code}`
