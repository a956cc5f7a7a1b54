import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { ADJUSTMENT_POINTS, ADJUSTMENT_REASONS, type AdjustmentReason } from '#core/evaluation/formula'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { WordsField } from '../../../components/staff-actions/words-field'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { card, reasonWords, board as words } from '../../../texts/evaluation'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'

type Told = OutputOf<'scores.board'>

function ProposeSheet({ period, onClose }: { period: string; onClose: () => void }) {
  const [house, setHouse] = useState('')
  const [reason, setReason] = useState<AdjustmentReason>()
  const [evidence, setEvidence] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('scores.adjust')
  const press = async () => {
    setTried(true)
    if (!reason || evidence.trim().length < 4) return
    const answer = await send({ buildingId: house.trim().toUpperCase(), period, reason, evidence })
    if (answer.ok) onClose()
  }
  const missing = tried && (!reason || evidence.trim().length < 4) ? words.missing : undefined
  return (
    <Sheet
      id="score-adjust"
      title={words.adjustTitle}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: sending }}
    >
      <TextInput
        id="adjust-house"
        label={words.house}
        hint={words.houseHint}
        value={house}
        maxLength={20}
        error={problemAt(failure?.fields, 'buildingId')}
        onChange={setHouse}
      />
      <Field id="adjust-reason" label={words.reason}>
        <View className="ld-row ld-wrap" {...readable('group', words.reason)}>
          {ADJUSTMENT_REASONS.map((one) => (
            <Chip
              key={one}
              words={`${reasonWords[one]}，${card.points(ADJUSTMENT_POINTS[one])}`}
              chosen={one === reason}
              onPress={() => setReason(one)}
            />
          ))}
        </View>
      </Field>
      <WordsField
        id="adjust-evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        value={evidence}
        maxLength={200}
        error={missing}
        onChange={setEvidence}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}

/** 加减分 that wait for a second person, and a new one. */
export function Adjustments({ told }: { told: Told }) {
  const [proposing, setProposing] = useState(false)
  const { send, sending, failure, clear } = useCommand('scores.decideAdjustment')
  const decide = (one: Told['adjustments'][number], approve: boolean) =>
    send({ id: one.id, version: one.version, approve })
  return (
    <Section title={words.adjustments}>
      <Card>
        <View className="ld-stack">
          {told.adjustments.length === 0 && <View className="ld-body ld-help">{words.none}</View>}
          {told.adjustments.map((one) => (
            <View key={one.id}>
              <Cell
                icon="swap"
                title={`${one.label}，${one.name}：${reasonWords[one.reason]}，${card.points(ADJUSTMENT_POINTS[one.reason])}`}
                help={one.evidence}
              />
              {!one.mine && (
                <View className="ld-row">
                  <AppButton
                    kind="soft"
                    busy={sending}
                    label={`${words.agree}，${one.label}`}
                    onPress={() => decide(one, true)}
                  >
                    {words.agree}
                  </AppButton>
                  <AppButton
                    kind="line"
                    busy={sending}
                    label={`${words.refuse}，${one.label}`}
                    onPress={() => decide(one, false)}
                  >
                    {words.refuse}
                  </AppButton>
                </View>
              )}
            </View>
          ))}
          {failure && <Refused failure={failure} onAct={clear} />}
          {told.may.includes('adjust') && (
            <AppButton wide kind="line" onPress={() => setProposing(true)}>
              {words.adjust}
            </AppButton>
          )}
        </View>
      </Card>
      {proposing && <ProposeSheet period={told.period} onClose={() => setProposing(false)} />}
    </Section>
  )
}
