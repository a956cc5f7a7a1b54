import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { WordsField } from '../../../components/staff-actions/words-field'
import { useSession } from '../../../stores/session'
import { hardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { CaseFacts } from './case-facts'
import { Steps } from './steps'

export type CaseView = OutputOf<'hardship.read'>

interface AskProps {
  reason: string
  onReason: (reason: string) => void
  busy: boolean
  onLook: () => void
}

/** Why he looks, before anything is shown: the person it is about reads it. */
function AskWhy({ reason, onReason, busy, onLook }: AskProps) {
  const [tried, setTried] = useState(false)
  const missing = reason.trim().length < 2
  const press = () => {
    setTried(true)
    if (!missing) onLook()
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lookHelp}</View>
      <WordsField
        id="case-reason"
        label={words.reason}
        phrases={words.reasons}
        maxLength={100}
        value={reason}
        onChange={onReason}
        error={tried && missing ? words.reasonMissing : undefined}
      />
      <AppButton size="large" wide icon="lock" busy={busy} onPress={press}>
        {words.look}
      </AppButton>
    </View>
  )
}

/** A case read once lies on this page alone; it is read anew, and logged anew, after each step. */
function Case({ id }: { id: string }) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<CaseView>()
  const { send, sending, failure, clear } = useCommand('hardship.read')
  const look = async () => {
    const answer = await send({ id, reason })
    if (answer.ok) setShown(answer.data)
  }
  return (
    <View className="ld-stack">
      {!shown && <AskWhy reason={reason} onReason={setReason} busy={sending} onLook={look} />}
      {failure && <Refused failure={failure} onAct={failure.code === 'OFFLINE' ? look : clear} />}
      {shown && (
        <View className="ld-stack">
          <CaseFacts shown={shown} steps={<Steps shown={shown} onDone={look} />} />
        </View>
      )}
    </View>
  )
}

/** 一份解困. */
export default function HardshipPage() {
  const { id = 'none' } = useRouter().params
  const me = useSession((session) => session.me)
  return (
    <Page title={words.title}>
      {me ? <Case id={id} /> : <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
    </Page>
  )
}
