import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { isMobile } from '#core/people/phone'
import { canGiveWechatPhone, phoneCodeIn } from '../platform/phone'
import type { Answer } from '../platform/transport'
import { useSession } from '../stores/session'
import { phone as words } from '../texts/phone'
import { refusals } from '../texts/refusals'
import { useCommand } from '../use-command'
import { OpenButton } from './open-button'
import { Sheet } from './sheet'
import { TextInput } from './text-input'

interface PhoneSheetProps {
  open: boolean
  onClose: () => void
  /** The phone is kept: what waited for it goes on. */
  onLeft: () => void
  send?: string
}

/** Both ways a number is left: typed, which costs nobody anything, or the one WeChat has checked. */
function useLeaving(onLeft: () => void) {
  const [wrong, setWrong] = useState<string>()
  const typed = useCommand('people.leavePhone')
  const fromWechat = useCommand('people.leaveWechatPhone')

  const hear = (answer: Answer<OutputOf<'people.leavePhone'>>) => {
    if (!answer.ok) return setWrong(refusals[answer.error.code].help)
    useSession.getState().meet(answer.data)
    onLeft()
  }
  return {
    wrong,
    say: setWrong,
    busy: typed.sending || fromWechat.sending,
    leave: async (phone: string) => hear(await typed.send({ phone })),
    leaveWechat: async (code: string) => hear(await fromWechat.send({ code })),
  }
}

/** 留个电话: only those who handle the matter see it. */
export function PhoneSheet({ open, onClose, onLeft, send = words.send }: PhoneSheetProps) {
  const [typed, setTyped] = useState('')
  const { wrong, say, busy, leave, leaveWechat } = useLeaving(() => {
    setTyped('')
    onLeft()
  })
  const digits = typed.replace(/[\s-]/g, '')
  const take = (given: ReturnType<typeof phoneCodeIn>) => {
    if (given === 'failed') say(words.wechatFailed)
    else if (given !== 'turnedBack') void leaveWechat(given.code)
  }
  return (
    <Sheet
      id="phone-sheet"
      title={words.title}
      open={open}
      onClose={onClose}
      first={
        canGiveWechatPhone && (
          <OpenButton openType="getPhoneNumber" onPhone={({ detail }) => take(phoneCodeIn(detail))}>
            {words.wechat}
          </OpenButton>
        )
      }
      act={{ words: send, onPress: () => (isMobile(digits) ? leave(digits) : say(words.wrong)), busy }}
    >
      <View className="ld-body">{words.help}</View>
      {canGiveWechatPhone && <View className="ld-sm ld-help">{words.offices}</View>}
      <TextInput
        id="phone"
        type="number"
        label={canGiveWechatPhone ? words.orTyped : words.label}
        value={typed}
        error={wrong}
        maxLength={13}
        onChange={(value) => {
          setTyped(value)
          say(undefined)
        }}
      />
      <View className="ld-sm ld-help">{words.otherWay}</View>
    </Sheet>
  )
}
