import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOpenToAll } from '#core/people/permissions'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Chain } from '../../../components/chain'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { UnsentNotice } from '../../../components/unsent-notice'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useShare } from '../../../platform/share'
import type { Failure } from '../../../platform/transport'
import { useSession } from '../../../stores/session'
import { common } from '../../../texts/common'
import { detail as words } from '../../../texts/detail'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { useSignedIn } from '../../../use-signed-in'
import { AnswerFoot, mayDoSomething, type ResidentDeed } from './answer-foot'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'
import { HardshipOffer } from './hardship-offer'
import { HeadCard } from './head-card'
import { HolderCard } from './holder-card'
import { MotionCard } from './motion-card'
import { RatingSheet } from './rating-sheet'
import { ResultCard } from './result-card'
import { StoryCard } from './story-card'
import { ReopenSheet, WithdrawSheet } from './words-sheet'

interface JoinInProps {
  concern: ConcernDetail
  onJoin: () => void
}

/** A guest reads everything public; to join in he signs in first, and his word is then counted. */
function JoinIn({ concern, onJoin }: JoinInProps) {
  const guest = useSession((session) => session.token === undefined)
  if (!guest || concern.state === 'closed') return null
  const signIn = (
    <AppButton kind="soft" size="small" onPress={onJoin}>
      {words.guest.button}
    </AppButton>
  )
  return (
    <View className={styles.below}>
      <Notice icon="hand" title={words.guest.title} help={words.guest.help} action={signIn} />
    </View>
  )
}

interface CardsProps {
  concern: ConcernDetail
  /** Why 我也遇到 was refused. */
  failure: Failure | undefined
  onAct: () => void
  onJoin: () => void
}

function Cards({ concern, failure, onAct, onJoin }: CardsProps) {
  const now = useNow()
  return (
    <View>
      {failure && (
        <View className={styles.above}>
          <Refused failure={failure} onAct={onAct} />
        </View>
      )}
      <UnsentNotice concernId={concern.id} />
      <HeadCard concern={concern} now={now} />
      <ResultCard concern={concern} now={now} />
      <HolderCard concern={concern} now={now} />
      <MotionCard concern={concern} />
      <HardshipOffer concern={concern} />
      <Chain kind="concern" id={concern.id} />
      <StoryCard concern={concern} now={now} />
      <JoinIn concern={concern} onJoin={onJoin} />
    </View>
  )
}

/** One matter: what it is, who holds it, until when, how it went, and what its reader can do. */
export default function ConcernPage() {
  // A link that lost its number leads to nothing, which the server says in its own words.
  const { id = 'none' } = useRouter().params
  const asked = useAsk('concerns.get', { id })
  const endorse = useCommand('concerns.endorse', asked.data?.title)
  const signedIn = useSignedIn('endorse')
  const [question, setQuestion] = useState<ResidentDeed>()
  usePulledDown(asked.refresh)

  const concern = asked.data
  useShare(concern && isOpenToAll(concern) ? { title: concern.title, id: concern.id } : undefined)
  const close = () => setQuestion(undefined)
  const lookAnew = () => {
    endorse.clear()
    asked.refresh()
  }
  const sayMeToo = () => {
    endorse.send({ id })
  }
  const foot = concern && mayDoSomething(concern.may) && (
    <AnswerFoot
      concern={concern}
      endorsing={endorse.sending}
      onDeed={(deed) => (deed === 'endorse' ? sayMeToo() : setQuestion(deed))}
      onDone={asked.refresh}
    />
  )
  return (
    <Page title={common.titles.concern} foot={foot}>
      <Answered ask={asked} rows={6}>
        {(found) => (
          <View>
            <Cards
              concern={found}
              failure={endorse.failure}
              onAct={endorse.failure?.code === 'PHONE_REQUIRED' ? () => go('me') : lookAnew}
              onJoin={() => signedIn(sayMeToo)}
            />
            <RatingSheet concern={found} open={question === 'confirm'} onClose={close} />
            <ReopenSheet concern={found} open={question === 'reopen'} onClose={close} />
            <WithdrawSheet concern={found} open={question === 'withdraw'} onClose={close} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
