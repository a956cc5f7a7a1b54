import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useRef } from 'react'
import { go } from '../platform/navigate'
import {
  AGREE_BUTTON,
  agree,
  type Gate,
  leave,
  openContract,
  openSettings,
  refuse,
  usePrivacy,
} from '../platform/privacy'
import { gate as words } from '../texts/privacy'
import { AppButton } from './button'
import { OpenButton } from './open-button'
import styles from './privacy-gate.module.scss'
import { Sheet } from './sheet'

/** The gate belongs to the page that was in front when it was asked for, and to no other of the stack. */
export function useGateHere(): Gate | undefined {
  const gate = usePrivacy((privacy) => privacy.gate)
  const inFront = useRef(false)
  useDidShow(() => {
    inFront.current = true
  })
  useDidHide(() => {
    inFront.current = false
  })
  return useMemo(() => (gate && inFront.current ? gate : undefined), [gate])
}

function Asked({ use }: Pick<Gate, 'use'>) {
  return (
    <View>
      <View className="ld-body">{words.uses[use].why}</View>
      <View className={styles.more}>
        <AppButton kind="soft" size="small" onPress={() => go('privacy')}>
          {words.notice}
        </AppButton>
        <AppButton kind="soft" size="small" onPress={openContract}>
          {words.contract}
        </AppButton>
      </View>
    </View>
  )
}

/** Asked when something private is needed, never before; whoever refuses is told how it goes without. */
export function PrivacyGate({ gate: { kind, use } }: { gate: Gate }) {
  const { title, closed, otherwise } = words.uses[use]
  // A page that is left with the question open has its answer: no.
  useEffect(() => leave, [])
  return (
    <Sheet
      id="privacy"
      title={kind === 'closed' ? closed : title}
      open
      onClose={refuse}
      first={
        kind === 'ask' && (
          <OpenButton id={AGREE_BUTTON} openType="agreePrivacyAuthorization" onAgree={agree}>
            {words.agree}
          </OpenButton>
        )
      }
      act={kind === 'closed' ? { words: words.settings, onPress: openSettings } : undefined}
      cancel={kind === 'ask' ? words.notNow : words.known}
    >
      {kind === 'ask' ? (
        <Asked use={use} />
      ) : (
        <View className="ld-body">{kind === 'rest' ? `${words.refusedJustNow}${otherwise}` : otherwise}</View>
      )}
    </Sheet>
  )
}
