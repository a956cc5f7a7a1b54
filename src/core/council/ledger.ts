import type { Refusal } from '../refusals'

/** Where the money of a project comes from (domain rule 4.2, CoGovProject). */
export const MONEY_SOURCES = ['fiscal', 'collective', 'donation', 'labour'] as const
export type MoneySource = (typeof MONEY_SOURCES)[number]

/** One line of the public ledger, in 分. A line is never changed: what was wrong is reversed by another one. */
export interface MoneyLine {
  seq: number
  direction: 'in' | 'out'
  fen: number
  /** The line this one takes back. */
  reverses: number | null
}

export interface Balance {
  in: number
  out: number
  left: number
}

/** What has come and gone; a line and its reversal count for nothing. */
export function balanceOf(lines: readonly MoneyLine[]): Balance {
  const undone = new Set(lines.flatMap(({ reverses, seq }) => (reverses === null ? [] : [reverses, seq])))
  const sum = (direction: MoneyLine['direction']) =>
    lines.reduce((all, one) => (one.direction === direction && !undone.has(one.seq) ? all + one.fen : all), 0)
  const [come, gone] = [sum('in'), sum('out')]
  return { in: come, out: gone, left: come - gone }
}

/** Money is spent once it has come. */
export const whyNotEnterMoney = (
  lines: readonly MoneyLine[],
  { direction, fen }: Pick<MoneyLine, 'direction' | 'fen'>,
): Refusal | null => (direction === 'out' && fen > balanceOf(lines).left ? 'LEDGER_SHORT' : null)

/** 冲正: any line but a reversal, once; and never so that more is spent than came. */
export function whyNotReverse(lines: readonly MoneyLine[], seq: number): Refusal | null {
  const line = lines.find((one) => one.seq === seq)
  if (!line) return 'NOT_FOUND'
  if (line.reverses !== null || lines.some(({ reverses }) => reverses === seq)) return 'NOT_IN_THIS_STATE'
  return line.direction === 'in' && line.fen > balanceOf(lines).left ? 'LEDGER_SHORT' : null
}
