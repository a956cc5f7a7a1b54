import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { AppButton } from '../../../components/button'
import { Cell } from '../../../components/cell'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { go, goBack } from '../../../platform/navigate'
import { canSignInWithWechat } from '../../../platform/sign-in'
import { common } from '../../../texts/common'
import { type SignInReason, signIn } from '../../../texts/entry'
import { notice } from '../../../texts/privacy'
import { useAsk } from '../../../use-ask'
import { enter } from './enter'
import { Personas } from './personas'
import styles from './sign-in.module.scss'
import { WechatSignIn } from './wechat'

const isReason = (why: string | undefined): why is SignInReason => why !== undefined && why in signIn.why

/** A browser has no way to know who somebody is: said plainly, with the way that works. */
function NoWayHere() {
  const { title, help, steps } = signIn.browser
  return (
    <View>
      <Notice icon="lock" title={title} help={help} />
      <View className={styles.steps}>
        {steps.map((step, index) => (
          <View key={step} className={styles.step}>
            <Text className={styles.nth}>{index + 1}</Text>
            <Text>{step}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

/** Only a development server knows demo identities; any other refuses to list them. */
function InBrowser() {
  const { data, failure, loading, refresh } = useAsk('people.personas', {})
  if (data && data.personas.length > 0) return <Personas personas={data.personas} onEnter={enter} />
  if (loading) return <Loading rows={6} />
  if (failure && failure.code !== 'FORBIDDEN') return <Refused failure={failure} onRetry={refresh} />
  return <NoWayHere />
}

export default function SignIn() {
  const { why } = useRouter().params
  return (
    <Page
      title={common.titles.signIn}
      foot={
        <AppButton kind="line" size="large" wide onPress={goBack}>
          {signIn.goOn}
        </AppButton>
      }
    >
      {isReason(why) && (
        <View className={styles.why}>
          <Notice icon="me" title={signIn.title} help={signIn.why[why]} />
        </View>
      )}
      {canSignInWithWechat ? <WechatSignIn onEnter={enter} /> : <InBrowser />}
      <View className={styles.why}>
        <Cell icon="lock" title={notice.title} onPress={() => go('privacy')} />
      </View>
    </Page>
  )
}
