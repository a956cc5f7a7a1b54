import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { type GridPath, type Level, levelOf } from './grid'

/** What happens to a grid; all of it is kept and read by everybody (公示). */
export const GRID_CHANGES = ['added', 'renamed', 'drawn', 'closed', 'house_in', 'house_out'] as const
export type GridChange = (typeof GRID_CHANGES)[number]

/** Digits of a grid's own code at its level: 441302010 . 001 . 005 . 02. */
const CODE: Partial<Record<Level, RegExp>> = { 1: /^\d{3}$/, 2: /^\d{3}$/, 3: /^\d{2}$/ }

/** The path of a new grid right under its parent (I1, I2): one level deeper, its parent's code in front of its own. */
export function pathUnder(parent: GridPath, code: string): Result<GridPath> {
  const level = levelOf(parent) + 1
  return CODE[level as Level]?.test(code) ? ok(`${parent}.${code}`) : refuse('VALIDATION')
}

interface Closing {
  path: GridPath
  /** What still belongs to it: open grids under it, houses, estates, open matters. */
  left: number
  /** Grids that are open, of those named. */
  successors: readonly GridPath[]
  named: readonly GridPath[]
}

/** 撤销 (I3): never deleted. Nothing may be left in it, and it names who comes after it, of its own level. */
export function mayClose({ path, left, successors, named }: Closing): Result<'closes'> {
  const refusal = notNow({ path, left, successors, named })
  return refusal ? refuse(refusal) : ok('closes')
}

function notNow({ path, left, successors, named }: Closing): Refusal | null {
  const level = levelOf(path)
  if (level < 2) return 'FORBIDDEN'
  if (named.length === 0 || successors.length !== named.length) return 'VALIDATION'
  if (named.some((one) => one === path || levelOf(one) !== level)) return 'VALIDATION'
  return left > 0 ? 'GRID_NOT_EMPTY' : null
}

/** 划转: a house goes to another grid of the same level, where it is not yet. */
export const mayMove = (from: GridPath, to: GridPath): boolean => from !== to && levelOf(from) === levelOf(to)
