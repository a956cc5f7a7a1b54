import { View } from '@tarojs/components'
import { RISKS, SKILLS, TASK_KINDS } from '#core/volunteers/task'
import { AppButton } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { canChoosePlace, choosePlace } from '../../../platform/place'
import { kindWords, riskWords, skillWords, write as words } from '../../../texts/volunteers'
import type { TaskDraft } from './draft'

interface FormProps {
  draft: TaskDraft
  onChange: (part: Partial<TaskDraft>) => void
  problemOf: (field: string) => string | undefined
}

const RISK_CHOICES = RISKS.map((value) => ({ value, words: riskWords[value] }))

/** Above a low risk only the grown come; the age follows the risk, and may be raised. */
const ageFor = (risk: TaskDraft['risk']): string => (risk === 'low' ? '14' : '18')

function Chips({ draft, onChange }: Pick<FormProps, 'draft' | 'onChange'>) {
  const { skills } = draft
  const toggled = (skill: (typeof SKILLS)[number]) =>
    skills.includes(skill) ? skills.filter((one) => one !== skill) : [...skills, skill]
  return (
    <>
      <Section title={words.kind}>
        <View className="ld-row ld-wrap">
          {TASK_KINDS.map((kind) => (
            <Chip
              key={kind}
              words={kindWords[kind]}
              chosen={draft.kind === kind}
              onPress={() => onChange({ kind })}
            />
          ))}
        </View>
      </Section>
      <Section title={words.skills}>
        <View className="ld-row ld-wrap">
          {SKILLS.map((skill) => (
            <Chip
              key={skill}
              words={skillWords[skill]}
              chosen={skills.includes(skill)}
              onPress={() => onChange({ skills: toggled(skill) })}
            />
          ))}
        </View>
      </Section>
    </>
  )
}

/** Where people meet, as a point on the map; words alone are enough. */
function PointFields({ draft: { place, point }, onChange }: Pick<FormProps, 'draft' | 'onChange'>) {
  const choose = async () => {
    const chosen = await choosePlace()
    if (chosen) onChange({ point: chosen.point, place: place || chosen.words.slice(0, 40) })
  }
  return (
    <>
      <AppButton kind="soft" icon="pin" wide onPress={choose}>
        {point ? words.onMapAgain : words.onMap}
      </AppButton>
      {point && (
        <AppButton kind="line" size="small" onPress={() => onChange({ point: null })}>
          {words.offMap}
        </AppButton>
      )}
    </>
  )
}

/** What is done, where, and what to look out for: said in front, as the rules of 志愿服务 want it. */
export function TaskForm({ draft, onChange, problemOf }: FormProps) {
  const text = (
    field: 'title' | 'place' | 'riskNote' | 'insurance' | 'training' | 'minAge',
    maxLength: number,
  ) => (
    <TextInput
      id={`task-${field}`}
      {...words.fields[field]}
      type={field === 'minAge' ? 'number' : 'text'}
      value={draft[field]}
      maxLength={maxLength}
      error={problemOf(`words.${field}`)}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <View className="ld-stack">
      {text('title', 30)}
      <TextArea
        id="task-detail"
        {...words.fields.detail}
        value={draft.detail}
        maxLength={500}
        error={problemOf('words.detail')}
        onChange={(detail) => onChange({ detail })}
      />
      {text('place', 40)}
      {canChoosePlace && <PointFields draft={draft} onChange={onChange} />}
      <Segmented
        label={words.risk}
        choices={RISK_CHOICES}
        value={draft.risk}
        onChoose={(risk) => onChange({ risk, minAge: ageFor(risk) })}
      />
      <View className="ld-sm ld-help">{words.riskHelp[draft.risk]}</View>
      {text('riskNote', 100)}
      {draft.risk === 'high' && text('insurance', 60)}
      {draft.risk === 'high' && text('training', 60)}
      {text('minAge', 2)}
      <Chips draft={draft} onChange={onChange} />
    </View>
  )
}
