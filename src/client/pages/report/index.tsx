import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Template } from '#core/messages/worth'
import { Page } from '../../components/page'
import { PhoneSheet } from '../../components/phone-sheet'
import { Refused } from '../../components/refused'
import { goBack, replace } from '../../platform/navigate'
import { useConnection } from '../../stores/connection'
import type { Draft, Writing } from '../../stores/draft'
import { type Tile, tileOf } from '../../texts/categories'
import { phone } from '../../texts/phone'
import { report } from '../../texts/report'
import { useMessages } from '../../use-messages'
import { Done, OnItsWay } from './after'
import { discard } from './begin'
import { Details } from './details'
import { Foot } from './foot'
import { Offer } from './offer'
import styles from './report.module.scss'
import { Steps } from './steps'
import { useHandOver } from './use-hand-over'
import { useReport } from './use-report'
import { What } from './what'

function Handed({ draft, tile, online }: { draft: Draft; tile: Tile; online: boolean }) {
  const { progress, writing } = draft
  if (progress.state === 'accepted') {
    return <Done tile={tile} writing={writing} receipt={progress.receipt} />
  }
  return <OnItsWay online={online} rests={'rests' in progress ? progress.rests : 0} />
}

/** Just handed over: the form stays in sight with its button at work, since the answer mostly comes at once. */
const isFirstAttempt = ({ progress }: Draft, online: boolean): boolean =>
  online &&
  ((progress.state === 'waiting' && progress.tries === 0 && progress.rests === 0) ||
    (progress.state === 'sending' && progress.tries === 1 && progress.rests === 0))

/** 受理了 and 办好了: what the person who reports wants to hear of. */
const ABOUT_ONES_OWN: readonly Template[] = ['progress', 'result']

export default function ReportPage() {
  const { draft, tile, start, open, change } = useReport()
  const { wrong, refusal, submit, changed } = useHandOver(draft, tile)
  const { ask } = useMessages(ABOUT_ONES_OWN)
  const [phoneOpen, setPhoneOpen] = useState(false)
  const online = useConnection((connection) => connection.online)
  const leaving = draft !== undefined && isFirstAttempt(draft, online)
  const onForm = leaving || draft?.progress.state === 'writing' || draft?.progress.state === 'refused'

  useEffect(() => {
    if (refusal?.code === 'PHONE_REQUIRED') setPhoneOpen(true)
  }, [refusal])

  const write = (one: Partial<Writing>) => {
    change(one)
    changed(one)
  }
  const follow = (id: string) => {
    if (draft) void discard(draft.id)
    replace('concern', { id })
  }
  const unclear = tileOf('other')
  return (
    <Page
      title={tile && onForm ? tile.name : report.title}
      onBack={draft && onForm ? () => open(undefined) : goBack}
      foot={
        <Foot
          draft={draft}
          tile={tile}
          busy={leaving}
          onUnclear={() => unclear && start(unclear)}
          onSubmit={() => submit(() => void ask('byTheWay'))}
          onChange={() => change({})}
        />
      }
    >
      {(!draft || (onForm && !draft.touched)) && <Offer current={draft?.id} onOpen={open} />}
      {!draft && <Steps now={1} />}
      {!draft && <What onChoose={(chosen) => start(chosen)} />}
      {draft && tile && onForm && (
        <Details tile={tile} draft={draft} wrong={wrong} onChange={write} onSame={follow} />
      )}
      {draft && tile && !onForm && <Handed draft={draft} tile={tile} online={online} />}
      {refusal && (
        <View className={styles.below}>
          <Refused
            failure={refusal}
            onAct={refusal.code === 'PHONE_REQUIRED' ? () => setPhoneOpen(true) : () => submit()}
          />
        </View>
      )}
      <PhoneSheet
        open={phoneOpen}
        onClose={() => setPhoneOpen(false)}
        send={phone.sendAndGoOn}
        onLeft={() => {
          setPhoneOpen(false)
          submit()
        }}
      />
    </Page>
  )
}
