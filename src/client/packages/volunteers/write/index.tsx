import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { InputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { goBack, replace } from '../../../platform/navigate'
import { problemAt } from '../../../texts/problems'
import { write as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import type { TaskView } from '../task/task-view'
import {
  BLANK,
  draftFrom,
  nextShift,
  planOf,
  repeatsOf,
  type ShiftDraft,
  type TaskDraft,
  wordsOf,
} from './draft'
import { TaskForm } from './form'
import { ShiftFields } from './shift-fields'

const REPEATS = (['0', '7', '14', '28'] as const).map((value) => ({ value, words: words.repeatWords[value] }))
type Plans = InputOf<'tasks.draft'>['shifts']

interface EditorProps {
  first: TaskDraft
  fresh: boolean
  /** Sends what was written; the failure, if any, is shown. */
  command: Pick<ReturnType<typeof useCommand>, 'sending' | 'failure' | 'clear'>
  onSend: (draft: TaskDraft, plans: Plans) => void
}

function Editor({ first, fresh, command, onSend }: EditorProps) {
  const [draft, setDraft] = useState(first)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<TaskDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changeShift = (at: number, part: Partial<ShiftDraft>) =>
    change({ shifts: draft.shifts.map((shift, n) => (n === at ? { ...shift, ...part } : shift)) })
  const send = () => {
    setTried(true)
    const plans = draft.shifts.flatMap((shift) => planOf(shift) ?? [])
    if (plans.length === draft.shifts.length) onSend(draft, plans)
  }
  const { failure, clear, sending } = command
  return (
    <View className="ld-stack">
      <TaskForm draft={draft} onChange={change} problemOf={(field) => problemAt(failure?.fields, field)} />
      {draft.shifts.map((shift, at) => (
        <ShiftFields
          key={shift.id ?? `new-${at}`}
          place={at + 1}
          shift={shift}
          tried={tried}
          onChange={(part) => changeShift(at, part)}
        />
      ))}
      {fresh && draft.shifts.length < 8 && (
        <AppButton kind="line" wide onPress={() => change({ shifts: [...draft.shifts, nextShift(draft)] })}>
          {words.another}
        </AppButton>
      )}
      {fresh && (
        <Segmented
          label={words.repeats}
          choices={REPEATS}
          value={draft.repeats}
          onChoose={(repeats) => change({ repeats })}
        />
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
      <View className="ld-sm ld-help">{words.sent}</View>
      <AppButton size="large" wide busy={sending} onPress={send}>
        {words.send}
      </AppButton>
    </View>
  )
}

type Source = InputOf<'tasks.draft'>['source']

/** What the page it was opened from is about. */
function sourceFrom({ concern, motion, pairing }: Partial<Record<string, string>>): Source {
  if (concern) return { kind: 'concern', id: concern }
  if (motion) return { kind: 'motion', id: motion }
  return pairing ? { kind: 'pairing', id: pairing } : { kind: 'plan' }
}

function Fresh({ gridPath, source }: { gridPath: string; source: Source }) {
  const command = useCommand('tasks.draft')
  const send = async (draft: TaskDraft, plans: Plans) => {
    const answer = await command.send({
      gridPath,
      words: wordsOf(draft),
      leaderId: null,
      source,
      repeats: repeatsOf(draft, plans[0]?.startsAt ?? 0),
      shifts: plans,
    })
    if (answer.ok) replace('task', { id: answer.data.id })
  }
  return <Editor first={BLANK} fresh command={command} onSend={send} />
}

function Changed({ task }: { task: TaskView }) {
  const command = useCommand('tasks.change')
  const send = async (draft: TaskDraft, plans: Plans) => {
    const shifts = plans.flatMap((plan, at) => {
      const id = draft.shifts[at]?.id
      return id ? [{ id, ...plan }] : []
    })
    const answer = await command.send({ id: task.id, version: task.version, words: wordsOf(draft), shifts })
    if (answer.ok) goBack()
  }
  return <Editor first={draftFrom(task)} fresh={false} command={command} onSend={send} />
}

function ChangeOf({ id }: { id: string }) {
  const asked = useAsk('tasks.get', { id })
  return (
    <Answered ask={asked} rows={6}>
      {(task) => (task.may.includes('change') ? <Changed task={task} /> : <Empty {...words.notMine} />)}
    </Answered>
  )
}

/** 写志愿任务, a new one or one that is changed. */
export default function WritePage() {
  const { id, grid, ...origin } = useRouter().params
  return (
    <Page title={words.title}>
      {id && <ChangeOf id={id} />}
      {!id && grid && <Fresh gridPath={grid} source={sourceFrom(origin)} />}
      {!id && !grid && <Empty {...words.notMine} />}
    </Page>
  )
}
