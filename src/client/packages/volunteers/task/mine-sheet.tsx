import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { canScan, scanPlate } from '../../../platform/scan'
import type { Whereabouts } from '../../../platform/where-am-i'
import { mineWords, task as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import type { MineView, TaskView } from './task-view'
import { WhereField } from './where-field'

interface MineSheetProps {
  task: TaskView
  mine: MineView
  now: number
  onClose: () => void
}

/** What somebody can do with a place of his own: confirm, come, go, or say that he cannot come. */
export function MineSheet(props: MineSheetProps) {
  const { mine, now, onClose } = props
  const { state, until } = mine
  return (
    <Sheet id="mine" title={mineWords(mine)} open onClose={onClose}>
      <View className="ld-stack">
        {state === 'offered' && until !== null && <View className="ld-body">{words.offer(until, now)}</View>}
        {state === 'offered' && <Confirm {...props} />}
        {(state === 'accepted' || state === 'offered') && mine.guest === null && <CheckIn {...props} />}
        {state === 'present' && <CheckOut {...props} />}
        {(['asked', 'accepted', 'waiting', 'offered'] as string[]).includes(state) && <Cancel {...props} />}
      </View>
    </Sheet>
  )
}

function Confirm({ mine, onClose }: MineSheetProps) {
  const { send, sending, failure, clear } = useCommand('signups.confirm')
  const confirm = async () => {
    if ((await send({ id: mine.id })).ok) onClose()
  }
  return (
    <>
      <AppButton size="large" wide busy={sending} onPress={confirm}>
        {words.confirm}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </>
  )
}

type Near = NonNullable<OutputOf<'signups.checkIn'>['near']>

/** The leader's square holds the task and the six digits; only the digits are typed. */
const digitsIn = (scanned: string): string => /(\d{6})$/.exec(scanned)?.[1] ?? ''

function CheckIn({ task, onClose }: MineSheetProps) {
  const [code, setCode] = useState('')
  const [at, setAt] = useState<Whereabouts>()
  const [near, setNear] = useState<Near>()
  const { send, sending, failure, clear } = useCommand('signups.checkIn')
  const enter = async (digits: string) => {
    const answer = await send({ taskId: task.id, code: digits, at: at ?? null })
    if (answer.ok && answer.data.near) setNear(answer.data.near)
    else if (answer.ok) onClose()
  }
  const scan = async () => {
    const scanned = await scanPlate()
    if (scanned !== undefined) await enter(digitsIn(scanned))
  }
  if (near) return <View className="ld-body">{words.cameIn(near)}</View>
  return (
    <>
      {task.point && <WhereField meeting={task.point} at={at} onAt={setAt} />}
      {canScan && (
        <AppButton icon="scan" wide onPress={scan}>
          {words.scan}
        </AppButton>
      )}
      <TextInput
        id="sign-in-code"
        type="number"
        label={words.code}
        hint={words.codeHelp}
        value={code}
        maxLength={6}
        onChange={setCode}
      />
      <AppButton kind="soft" wide busy={sending} onPress={() => enter(code)}>
        {words.checkIn}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </>
  )
}

function CheckOut({ mine }: MineSheetProps) {
  const [minutes, setMinutes] = useState<number>()
  const { send, sending, failure, clear } = useCommand('signups.checkOut')
  const leave = async () => {
    const answer = await send({ id: mine.id })
    if (answer.ok) setMinutes(answer.data.minutes)
  }
  if (minutes !== undefined) return <View className="ld-body">{words.done(minutes)}</View>
  return (
    <>
      <AppButton size="large" wide busy={sending} onPress={leave}>
        {words.checkOut}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </>
  )
}

function Cancel({ mine, now, onClose }: MineSheetProps) {
  const { send, sending, failure, clear } = useCommand('signups.cancel')
  const cancel = async () => {
    if ((await send({ id: mine.id })).ok) onClose()
  }
  return (
    <>
      <View className="ld-sm ld-help">{words.cancelHelp(mine.freeUntil, now)}</View>
      <AppButton kind="line" wide busy={sending} onPress={cancel}>
        {words.cancel}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </>
  )
}
