import { View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { SwitchRow } from '../../../components/switch-row'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { replace } from '../../../platform/navigate'
import { planning as words } from '../../../texts/meetings'
import { problemAt } from '../../../texts/problems'
import { useAskPages } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { type PlanDraft, planOf } from './draft'

/** Motions that may come before a meeting: let through, and not yet decided. */
const MAY_COME = ['scheduled', 'announced', 'debating', 'no_quorum']

interface PlanFormProps {
  councilId: string
  begin: PlanDraft
  to: { kind: 'plan' } | { kind: 'change'; id: string; version: number }
}

export function PlanForm({ councilId, begin, to }: PlanFormProps) {
  const [draft, setDraft] = useState(begin)
  const [problem, setProblem] = useState<string>()
  const list = useAskPages('motions.list', { councilId, show: 'open' })
  const motions = list.items.filter(({ state }) => MAY_COME.includes(state))
  const plan = useCommand('meetings.plan')
  const change = useCommand('meetings.change')
  const { failure, sending, clear } = to.kind === 'plan' ? plan : change
  const set = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }))
  const toggle = (id: string) =>
    set({
      motionIds: draft.motionIds.includes(id)
        ? draft.motionIds.filter((one) => one !== id)
        : [...draft.motionIds, id],
    })
  const press = async () => {
    const planned = planOf(draft, new Map(motions.map(({ id, title }) => [id, title])))
    const wrong = planned ? (planned.agenda.length === 0 ? words.nothing : undefined) : words.wrongTime
    setProblem(wrong)
    if (!planned || wrong) return
    const answer =
      to.kind === 'plan'
        ? await plan.send({ councilId, ...planned })
        : await change.send({ id: to.id, version: to.version, ...planned })
    if (answer.ok) replace('meeting', { id: answer.data.id })
  }
  return (
    <View className="ld-stack">
      <TextInput
        id="meeting-day"
        label={words.day}
        hint={words.dayHint}
        value={draft.day}
        maxLength={10}
        onChange={(day) => set({ day })}
      />
      <TextInput
        id="meeting-time"
        label={words.time}
        hint={words.timeHint}
        value={draft.time}
        maxLength={5}
        onChange={(time) => set({ time })}
      />
      <TextInput
        id="meeting-venue"
        label={words.venue}
        hint={words.venueHint}
        value={draft.venue}
        maxLength={60}
        error={problemAt(failure?.fields, 'venue')}
        onChange={(venue) => set({ venue })}
      />
      <SwitchRow title={words.online} on={draft.online} onChange={(online) => set({ online })} />
      <View className="ld-md ld-bold">{words.motions}</View>
      <Answered ask={list} rows={2}>
        {() => (
          <View className="ld-row ld-wrap">
            {motions.length === 0 && <View className="ld-body ld-help">{words.noMotions}</View>}
            {motions.map(({ id, title }) => (
              <Chip key={id} words={title} chosen={draft.motionIds.includes(id)} onPress={() => toggle(id)} />
            ))}
          </View>
        )}
      </Answered>
      <TextArea
        id="meeting-told"
        label={words.told}
        hint={words.toldHint}
        value={draft.told}
        maxLength={400}
        onChange={(told) => set({ told })}
      />
      {problem && <Notice urgent icon="alert" title={problem} />}
      {failure && <Refused failure={failure} onAct={clear} />}
      <AppButton size="large" wide busy={sending} onPress={press}>
        {words.send}
      </AppButton>
    </View>
  )
}
