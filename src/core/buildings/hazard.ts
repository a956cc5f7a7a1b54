import type { GridPath, Level } from '../grids/grid'
import type { CheckItem } from './inspection'

/** 隐患等级: A safe, B basically safe, C dangerous in part, D dangerous as a whole (JGJ 125). */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

export const HAZARD_STATES = ['found', 'control', 'rectifying', 'review', 'cleared'] as const
export type HazardState = (typeof HAZARD_STATES)[number]

/** 管控: what is done within two hours while the danger lasts. */
export const CONTROLS = ['warn', 'evacuate', 'seal'] as const
export type Control = (typeof CONTROLS)[number]

/** 整改措施. */
export const MEASURES = ['remove', 'repair', 'reinforce', 'stop_use', 'demolish', 'observe'] as const
export type Measure = (typeof MEASURES)[number]

/** 楼体 besides everything on the checklists. */
export type HazardKind = CheckItem | 'slope' | 'other'

/** One danger in one house, from the first word to the day it is gone. */
export interface Hazard {
  id: string
  streetId: string
  buildingId: string
  gridPath: GridPath
  kind: HazardKind
  words: string
  source: 'report' | 'inspection'
  /** `null`: he has closed his account. */
  foundBy: string | null
  foundAt: number
  /** What grid staff think it is; grading is for others. */
  proposed: { grade: Grade; by: string } | null
  grade: Grade | null
  gradedBy: string | null
  gradedAt: number | null
  control: { kind: Control; note: string; by: string; at: number } | null
  plan: { measure: Measure; note: string; by: string; at: number } | null
  done: { note: string; by: string; at: number } | null
  review: { passed: boolean; note: string; by: string; at: number } | null
  state: HazardState
  /** Who has to see to it that it goes on; a smaller number is higher. It begins with the grid. */
  level: Level
  /** Until when what comes next has to be done; `null` once cleared. */
  dueAt: number | null
  /** When the clock looks again: the deadline, then once a day until the street has it. */
  nextAt: number | null
  clearedAt: number | null
}

export type HazardEvent =
  | { kind: 'propose'; grade: Grade }
  | { kind: 'grade'; grade: Grade; note: string }
  | { kind: 'control'; control: Control; note: string }
  | { kind: 'rectify'; measure: Measure; note: string; until: number }
  | { kind: 'finish'; note: string; photoIds: string[] }
  | { kind: 'review'; passed: boolean; gradeAfter: Grade | null; note: string }
  | { kind: 'overdue' }

export type HazardEventKind = HazardEvent['kind']
