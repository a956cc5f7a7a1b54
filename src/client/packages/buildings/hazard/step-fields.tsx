import {
  CONTROLS,
  type Control,
  GRADES,
  type Grade,
  type HazardEventKind,
  MEASURES,
  type Measure,
} from '#core/buildings/hazard'
import { Choices } from '../../../components/staff-actions/choices'
import { controlWords, gradeWords, measureWords, hazard as words } from '../../../texts/buildings'

export interface Answers {
  grade: Grade
  control: Control
  measure: Measure
  days: number
  outcome: 'A' | 'B' | 'no'
  note: string
}

export const BLANK: Answers = {
  grade: 'B',
  control: 'warn',
  measure: 'repair',
  days: 7,
  outcome: 'A',
  note: '',
}

interface StepFieldsProps {
  kind: HazardEventKind
  answers: Answers
  onChange: (part: Partial<Answers>) => void
}

const options = <Value extends string>(values: readonly Value[], said: Record<Value, string>) =>
  values.map((value) => ({ value, words: said[value] }))
const DAYS = Object.entries(words.dayChoices).map(([days, said]) => ({ value: Number(days), words: said }))

/** What this step needs to be told besides a few words. */
export function StepFields({ kind, answers, onChange }: StepFieldsProps) {
  if (kind === 'propose' || kind === 'grade')
    return (
      <Choices
        id="step-grade"
        label={words.grade}
        options={options(GRADES, gradeWords)}
        isChosen={(value) => value === answers.grade}
        onChoose={(grade) => onChange({ grade })}
      />
    )
  if (kind === 'control')
    return (
      <Choices
        id="step-control"
        label={words.control}
        options={options(CONTROLS, controlWords)}
        isChosen={(value) => value === answers.control}
        onChoose={(control) => onChange({ control })}
      />
    )
  if (kind === 'review')
    return (
      <Choices
        id="step-outcome"
        label={words.outcome}
        options={options(['A', 'B', 'no'] as const, words.outcomes)}
        isChosen={(value) => value === answers.outcome}
        onChoose={(outcome) => onChange({ outcome })}
      />
    )
  if (kind !== 'rectify') return null
  return (
    <>
      <Choices
        id="step-measure"
        label={words.measure}
        options={options(MEASURES, measureWords)}
        isChosen={(value) => value === answers.measure}
        onChoose={(measure) => onChange({ measure })}
      />
      <Choices
        id="step-days"
        label={words.days}
        options={DAYS}
        isChosen={(value) => value === answers.days}
        onChoose={(days) => onChange({ days })}
      />
    </>
  )
}
