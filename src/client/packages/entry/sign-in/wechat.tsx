import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { wechatCode } from '../../../platform/sign-in'
import { signIn } from '../../../texts/entry'
import { useCommand } from '../../../use-command'
import type { SignedIn } from './enter'
import styles from './sign-in.module.scss'

/** One button: WeChat gives a code, the server exchanges it. */
export function WechatSignIn({ onEnter }: { onEnter: (signedIn: SignedIn) => void }) {
  const { send, sending, failure } = useCommand('people.signInWechat')
  const [silent, setSilent] = useState(false)
  const start = async () => {
    const code = await wechatCode()
    setSilent(code === undefined)
    const answer = code ? await send({ code }) : undefined
    if (answer?.ok) onEnter(answer.data)
  }
  return (
    <View className={styles.centre}>
      <View className="ld-body">{signIn.help}</View>
      <AppButton size="large" wide busy={sending} onPress={start}>
        {signIn.wechat.button}
      </AppButton>
      <View className="ld-sm ld-help">{signIn.wechat.help}</View>
      {silent && <Notice urgent title={signIn.wechat.failed} />}
      {failure && <Refused failure={failure} onRetry={start} />}
    </View>
  )
}
