import type { BornIn } from '../people/age'
import { ageStandingOf } from '../people/age'

/** 住户名单: more people than this are several files, grid by grid. */
export const MOST_IN_FILE = 5_000

interface Listed {
  /** Who takes the file may take phones with it (4.7). */
  withPhones: boolean
  /** As he said it, or the year alone from a file; `null` where nobody asked. */
  born: BornIn | null
  now: number
}

/** Whether a phone stands whole in a file: a file goes where no right follows it, so never one of somebody under age. */
export const isPhoneWhole = ({ withPhones, born, now }: Listed): boolean =>
  withPhones && !['child', 'minor'].includes(ageStandingOf(born, now))
