import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { MATTER_RULES } from '#core/council/charter'
import { Segmented } from '../../../components/segmented'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { neededWords, ruleWords, standsWords, proposal as words } from '../../../texts/council'
import type { MotionDraft } from './draft'

export type Council = NonNullable<OutputOf<'councils.show'>['council']>

interface FormProps {
  council: Council
  draft: MotionDraft
  onChange: (part: Partial<MotionDraft>) => void
  problemOf: (field: 'title' | 'text' | 'who' | 'costFen') => string | undefined
}

const TIMES = (['30', '90', '180'] as const).map((value) => ({ value, words: words.times[value] }))

/** What this body decides by: its own rules, and of the law's those that are its own and confirmed. */
const rulesOf = ({ statutes, unitKind }: Council) =>
  [
    ...MATTER_RULES,
    ...statutes.filter(({ body, source }) => body === unitKind && source !== null).map(({ rule }) => rule),
  ].map((value) => ({ value, words: ruleWords[value] }))

/** What, who, by when, for how much (议事规则第 9 条), and how it is to be decided. */
export function MotionForm({ council, draft, onChange, problemOf }: FormProps) {
  const { fields } = words
  const rule = [...council.rules, ...council.statutes].find((one) => one.rule === draft.rule)
  const off = council.statutes.filter(({ body, source }) => body !== council.unitKind || source === null)
  return (
    <View className="ld-stack">
      <TextInput
        id="motion-title"
        {...fields.title}
        value={draft.title}
        maxLength={40}
        error={problemOf('title')}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        id="motion-text"
        {...fields.text}
        value={draft.text}
        maxLength={1_000}
        error={problemOf('text')}
        onChange={(text) => onChange({ text })}
      />
      <TextInput
        id="motion-who"
        {...fields.who}
        value={draft.who}
        maxLength={60}
        error={problemOf('who')}
        onChange={(who) => onChange({ who })}
      />
      <Segmented
        label={words.byWhen}
        choices={TIMES}
        value={draft.days}
        onChoose={(days) => onChange({ days })}
      />
      <TextInput
        id="motion-cost"
        {...fields.cost}
        value={draft.yuan}
        maxLength={12}
        error={problemOf('costFen')}
        onChange={(yuan) => onChange({ yuan })}
      />
      <Segmented
        label={words.rule}
        choices={rulesOf(council)}
        value={draft.rule}
        onChoose={(chosen) => onChange({ rule: chosen })}
      />
      {rule && (
        <View className="ld-sm ld-help">
          {neededWords({
            rule: draft.rule,
            kind: council.unitKind,
            units: council.units,
            needed: rule.needed,
          })}
        </View>
      )}
      {off.map((one) => (
        <View key={one.rule} className="ld-sm ld-help">
          {`${ruleWords[one.rule]}：${standsWords(one, council.unitKind)}`}
        </View>
      ))}
    </View>
  )
}
