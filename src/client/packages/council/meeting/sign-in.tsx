import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { TextInput } from '../../../components/text-input'
import { canScan, scanPlate } from '../../../platform/scan'
import { momentWords } from '../../../texts/dates'
import { room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

interface SignInProps {
  room: Room
  live: Live
  now: number
}

const DIGITS = /^\d{6}$/

/** 签到 for each building of the reader that is not here yet: by the code of the room, or from elsewhere. */
export function SignIn({ room, live, now }: SignInProps) {
  const [digits, setDigits] = useState('')
  const [problem, setProblem] = useState<string>()
  const { act, sending, failure, clear } = useAct('sign_in', live)
  const missing = room.mine.filter(({ here }) => !here)
  const isOpen = room.state === 'notified' || room.state === 'in_session'
  if (missing.length === 0 || !isOpen) return null
  if (!room.may.includes('sign_in'))
    return <View className="ld-body ld-help">{words.signInFrom(momentWords(room.signInFrom, now))}</View>

  /** One code, seen once, is good for every building he stands for. */
  const come = async (code: string | null) => {
    setProblem(code === null || DIGITS.test(code) ? undefined : words.wrongDigits)
    if (code !== null && !DIGITS.test(code)) return
    for (const { unitId } of missing) if (!(await act({ id: live.id, unitId, code }))) return
  }
  const scan = async () => {
    const text = await scanPlate()
    if (text !== undefined) await come(text)
  }
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-lg">{`${words.signIn}：${missing.map(({ label }) => label).join('、')}`}</View>
        {canScan && (
          <AppButton wide icon="scan" busy={sending} onPress={scan}>
            {words.scan}
          </AppButton>
        )}
        <TextInput
          id="sign-in-digits"
          label={words.digits}
          hint={words.signInHelp}
          type="number"
          maxLength={6}
          value={digits}
          error={problem}
          onChange={setDigits}
        />
        <AppButton
          kind={canScan ? 'soft' : 'primary'}
          wide
          busy={sending}
          onPress={() => come(digits.trim())}
        >
          {words.signIn}
        </AppButton>
        {room.online && (
          <AppButton kind="line" wide busy={sending} onPress={() => come(null)}>
            {words.onlineIn}
          </AppButton>
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Card>
  )
}
