import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { usePulledDown } from '../../../platform/scrolling'
import { momentWords } from '../../../texts/dates'
import { jointKindWords, partyWords, joint as words } from '../../../texts/joint'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { type Deed, DeedSheet } from './deed-sheet'

export type Matter = OutputOf<'joint.get'>

function Front({ matter, now }: { matter: Matter; now: number }) {
  const { state, overdue } = matter
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-xl">{matter.subject}</View>
        <View className="ld-body ld-help">{`${matter.gridName}，${matter.estateName}`}</View>
        <View className="ld-row ld-wrap">
          {state === 'closed' && <Tag tone="lit" icon="checkc" words={words.closed} />}
          {state === 'cancelled' && <Tag words={words.cancelled} />}
          {state === 'open' && <Tag words={words.signed(matter.signed.length)} />}
          {state === 'open' && (
            <Tag
              tone={overdue ? 'over' : 'quiet'}
              words={overdue ? words.overdue : words.due(matter.dueAt, now)}
            />
          )}
        </View>
      </View>
    </Card>
  )
}

function Parties({ matter, now }: { matter: Matter; now: number }) {
  return (
    <Section title={words.parties}>
      <View className="ld-stack">
        <Card>
          {matter.parties.map(({ party, duty, signed }) => (
            <Cell
              key={party}
              icon={signed ? 'checkc' : 'clock'}
              title={`${partyWords(party, matter.owners)}：${duty}`}
              help={signed ? words.signedBy(signed.name, momentWords(signed.at, now)) : words.notSigned}
            />
          ))}
        </Card>
        {matter.owners === 'council' && <Notice icon="flag" title={words.council} />}
      </View>
    </Section>
  )
}

function Story({ matter, now }: { matter: Matter; now: number }) {
  const happenings = matter.timeline.map(({ seq, kind, at, by, party, words: said }) => ({
    key: seq,
    icon: kind === 'sign' ? ('checkc' as const) : ('doc' as const),
    kind: jointKindWords[kind],
    when: momentWords(at, now),
    title: party ? `${partyWords(party, matter.owners)}${by}` : by,
    ...(said && { note: said }),
  }))
  return (
    <Section title={words.story}>
      <Card>
        <Timeline happenings={happenings} />
      </Card>
    </Section>
  )
}

function Deeds({ matter, refresh }: { matter: Matter; refresh: () => void }) {
  const [deed, setDeed] = useState<Deed>()
  const { owners, mayFor, mayCancel } = matter
  return (
    <View className="ld-stack">
      {mayFor.map((party) => (
        <View key={party} className="ld-stack">
          <AppButton wide onPress={() => setDeed({ kind: 'sign', party })}>
            {words.sign(partyWords(party, owners))}
          </AppButton>
          <AppButton kind="line" wide onPress={() => setDeed({ kind: 'return', party })}>
            {words.returnIt(partyWords(party, owners))}
          </AppButton>
        </View>
      ))}
      {mayCancel && (
        <AppButton kind="line" wide onPress={() => setDeed({ kind: 'cancel' })}>
          {words.cancel}
        </AppButton>
      )}
      {deed && (
        <DeedSheet
          matter={matter}
          deed={deed}
          onClose={() => setDeed(undefined)}
          onDone={() => {
            setDeed(undefined)
            refresh()
          }}
        />
      )}
    </View>
  )
}

/** One matter of three parties: everybody reads it, each party signs or returns it here. */
export default function JointMatterPage() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const matter = useAsk('joint.get', { id })
  usePulledDown(matter.refresh)
  return (
    <Page title={words.matterTitle}>
      <Answered ask={matter} rows={5}>
        {(data) => (
          <View className="ld-stack">
            <Front matter={data} now={now} />
            <Parties matter={data} now={now} />
            <Deeds matter={data} refresh={matter.refresh} />
            <Story matter={data} now={now} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
