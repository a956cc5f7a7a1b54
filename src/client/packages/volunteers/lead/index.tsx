import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { usePulledDown } from '../../../platform/scrolling'
import { shiftWords, lead as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import type { ShiftView, TaskView } from '../task/task-view'
import { CodeCard } from './code-card'
import { CorrectSheet } from './correct-sheet'
import { type Person, PersonRow } from './person-row'

const isThere = ({ state }: Person): boolean => state === 'present' || state === 'done'

interface ListProps {
  task: TaskView
  shift: ShiftView
  now: number
  onCorrect: (person: Person) => void
}

function ShiftList({ task, shift, now, onCorrect }: ListProps) {
  const people = (task.roster ?? []).filter(({ shiftId }) => shiftId === shift.id)
  return (
    <Section title={shiftWords(shift, now)} aside={words.come(people.filter(isThere).length, people.length)}>
      <Card>
        {people.length === 0 && <View className="ld-body ld-help">{words.nobody}</View>}
        {people.map((person) => (
          <PersonRow key={person.signUpId} task={task} person={person} onCorrect={() => onCorrect(person)} />
        ))}
      </Card>
    </Section>
  )
}

/** 晚退的: seen by whoever answers for the task, and told to nobody else. */
function LateList({ task, now }: { task: TaskView; now: number }) {
  const late = task.late ?? []
  if (late.length === 0) return null
  return (
    <Section title={words.late(late.length)}>
      <Card>
        <View className="ld-tight">
          {late.map((one) => (
            <View key={`${one.shiftId}${one.at}`} className="ld-body">
              {words.lateLine(one, now)}
            </View>
          ))}
          <View className="ld-sm ld-help">{words.lateHelp}</View>
        </View>
      </Card>
    </Section>
  )
}

/** 确认时长: of everybody who served and stands in no ledger yet; the leader's own are another's to confirm. */
function Confirm({ task }: { task: TaskView }) {
  const { send, sending, failure, clear } = useCommand('service.confirm')
  const signUpIds = (task.roster ?? []).filter(({ mayConfirm }) => mayConfirm).map(({ signUpId }) => signUpId)
  if (signUpIds.length === 0) return null
  return (
    <View className="ld-tight">
      <AppButton size="large" wide busy={sending} onPress={() => send({ taskId: task.id, signUpIds })}>
        {words.confirmAll(signUpIds.length)}
      </AppButton>
      <View className="ld-sm ld-help">{words.own}</View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function LeadView({ task }: { task: TaskView }) {
  const now = useNow()
  const [correcting, setCorrecting] = useState<Person>()
  return (
    <View className="ld-stack">
      <View className="ld-xl">{task.title}</View>
      {task.phase !== 'over' && <CodeCard taskId={task.id} />}
      <View className="ld-sm ld-help">{words.offline}</View>
      {task.shifts.map((shift) => (
        <ShiftList key={shift.id} task={task} shift={shift} now={now} onCorrect={setCorrecting} />
      ))}
      <LateList task={task} now={now} />
      <Confirm task={task} />
      {correcting && <CorrectSheet person={correcting} onClose={() => setCorrecting(undefined)} />}
    </View>
  )
}

/** 领队: the code to come in by, the list by hand, the hours to confirm. */
export default function LeadPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('tasks.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={5}>
        {(task) => (task.roster ? <LeadView task={task} /> : <Empty title={words.nobody} />)}
      </Answered>
    </Page>
  )
}
