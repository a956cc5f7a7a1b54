import { View } from '@tarojs/components'
import { PRESETS } from '#core/council/rule'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { TextInput } from '../../../components/text-input'
import { type SheetKind, stepChoices, stepWords } from '../../../texts/council'
import { problemAt } from '../../../texts/problems'
import type { MotionView } from './motion-view'
import { type Said, useStep } from './use-step'

interface FieldsProps {
  kind: SheetKind
  motion: MotionView
  said: Said
  onChange: (part: Partial<Said>) => void
}

const from = (said: Record<string, string>) =>
  Object.entries(said).map(([value, words]) => ({ value, words }))
const DAYS = (['3', '5', '7'] as const).map((value) => ({ value, words: stepChoices.days[value] }))
const OPINION = (['no', 'yes'] as const).map((value) => ({ value, words: stepChoices.opinion[value] }))
const BALLOTS = (['open', 'secret'] as const).map((value) => ({ value, words: stepChoices.ballots[value] }))

/** What a step asks besides its reason. */
function Fields({ kind, motion, said, onChange }: FieldsProps) {
  if (kind === 'screen' || kind === 'review')
    return (
      <Segmented
        label={stepChoices.decision}
        choices={from(stepChoices[kind])}
        value={said.decision}
        onChoose={(decision) => onChange({ decision })}
      />
    )
  if (kind === 'extend')
    return (
      <Segmented
        label={stepChoices.more}
        choices={DAYS}
        value={said.days}
        onChoose={(days) => onChange({ days })}
      />
    )
  if (kind === 'open_poll')
    return (
      <View className="ld-stack">
        <Segmented
          label={stepChoices.days.label}
          choices={DAYS}
          value={said.days}
          onChoose={(days) => onChange({ days })}
        />
        {!('byArea' in PRESETS[motion.rule]) && (
          <Segmented
            label={stepChoices.ballots.label}
            choices={BALLOTS}
            value={said.ballots}
            onChoose={(ballots) => onChange({ ballots })}
          />
        )}
        {!motion.election && (
          <Segmented
            label={stepChoices.opinion.label}
            choices={OPINION}
            value={said.opinion}
            onChoose={(opinion) => onChange({ opinion })}
          />
        )}
      </View>
    )
  if (kind === 'object' && motion.standsFor.length > 1)
    return (
      <Segmented
        label={stepChoices.unit}
        choices={motion.standsFor.map(({ unitId, label }) => ({ value: unitId, words: label }))}
        value={said.unitId}
        onChoose={(unitId) => onChange({ unitId })}
      />
    )
  if (kind !== 'revise' && kind !== 'amend') return null
  return (
    <View className="ld-stack">
      <WordsField
        id="step-text"
        label={stepChoices.text}
        value={said.text}
        maxLength={1_000}
        onChange={(text) => onChange({ text })}
      />
      <TextInput
        id="step-who"
        label={stepChoices.who}
        value={said.who}
        maxLength={60}
        onChange={(who) => onChange({ who })}
      />
    </View>
  )
}

interface StepSheetProps {
  kind: SheetKind
  motion: MotionView
  onClose: () => void
}

/** One step: what it does, what it asks, its reason, and the refusal if there is one. */
export function StepSheet({ kind, motion, onClose }: StepSheetProps) {
  const { said, change, problem, press, sending, failure, clear } = useStep(kind, motion, onClose)
  const { name, what, label } = stepWords[kind]
  return (
    <Sheet
      id={`motion-${kind}`}
      title={name}
      open
      onClose={onClose}
      act={{ words: name, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{what}</View>
        <Fields kind={kind} motion={motion} said={said} onChange={change} />
        {label && (
          <WordsField
            id="step-note"
            label={label}
            value={said.note}
            error={problem ?? problemAt(failure?.fields, 'note')}
            onChange={(note) => change({ note })}
          />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
