import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import type { Failure } from '../../../platform/transport'
import { writeOffer as words } from '../../../texts/offers'
import type { Wrong } from './draft'

interface FrameProps {
  title: string
  send: string
  sending: boolean
  onSend: () => void
  wrong: Wrong | undefined
  failure: Failure | undefined
  onClear: () => void
  children: ReactNode
}

/** The form, what is wrong with it, and the one button below. */
export function WritingPage({ title, send, sending, onSend, wrong, failure, onClear, children }: FrameProps) {
  const foot = (
    <AppButton size="large" wide busy={sending} onPress={onSend}>
      {send}
    </AppButton>
  )
  return (
    <Page title={title} foot={foot}>
      <View className="ld-stack">
        {children}
        {wrong && <Notice urgent title={words.wrong[wrong]} />}
        {failure && <Refused failure={failure} onAct={onClear} />}
      </View>
    </Page>
  )
}
