import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { personState, lead as words } from '../../../texts/volunteers'
import { isSettled, useCommand } from '../../../use-command'
import type { TaskView } from '../task/task-view'
import styles from './lead.module.scss'

export type Person = NonNullable<TaskView['roster']>[number]

interface PersonRowProps {
  task: TaskView
  person: Person
  onCorrect: () => void
}

/**
 * One line of the list by hand. Without a network the tap lies on the phone with its own time and goes out by itself
 * later; the server takes the same line any number of times for one.
 */
export function PersonRow({ task, person, onCorrect }: PersonRowProps) {
  const [kept, setKept] = useState(false)
  const { send, sending, failure, clear } = useCommand('signups.mark', `${task.title}，${person.name}`)
  const { state, inAt, outAt } = person
  const mark = async (said: { inAt: number; outAt: number | null }) => {
    const answer = await send({ taskId: task.id, marks: [{ signUpId: person.signUpId, ...said }] })
    setKept(!answer.ok && isSettled(answer))
  }
  const isAbsent = state === 'accepted' || state === 'offered' || state === 'no_show'
  return (
    <View className={styles.person}>
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-grow">
          <View className="ld-md">{person.name}</View>
          <View className="ld-sm ld-help">{kept ? words.waits : personState(person)}</View>
        </View>
        {isAbsent && (
          <AppButton
            kind="soft"
            size="small"
            busy={sending}
            label={`${person.name}，${words.mark}`}
            onPress={() => mark({ inAt: arrivalOf(task, person), outAt: null })}
          >
            {words.mark}
          </AppButton>
        )}
        {state === 'present' && inAt !== null && outAt === null && (
          <AppButton
            kind="line"
            size="small"
            busy={sending}
            label={`${person.name}，${words.leave}`}
            onPress={() => mark({ inAt, outAt: Date.now() })}
          >
            {words.leave}
          </AppButton>
        )}
        {person.confirmed && (
          <AppButton kind="line" size="small" label={`${person.name}，${words.correct}`} onPress={onCorrect}>
            {words.correct}
          </AppButton>
        )}
      </View>
      {state === 'asked' && <Decide person={person} />}
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

/** Now, or the start where somebody is made good afterwards who was taken for absent. */
function arrivalOf({ shifts }: TaskView, { shiftId }: Person): number {
  const shift = shifts.find(({ id }) => id === shiftId)
  const now = Date.now()
  return shift && now >= shift.endsAt ? shift.startsAt : now
}

function Decide({ person }: { person: Person }) {
  const { send, sending, failure, clear } = useCommand('signups.decide')
  const decide = (agree: boolean) => send({ id: person.signUpId, agree })
  return (
    <View className="ld-tight">
      <View className="ld-sm ld-help">{words.noShows}</View>
      <View className="ld-row ld-wrap">
        <AppButton size="small" kind="soft" busy={sending} onPress={() => decide(true)}>
          {words.agree}
        </AppButton>
        <AppButton size="small" kind="line" busy={sending} onPress={() => decide(false)}>
          {words.decline}
        </AppButton>
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}
