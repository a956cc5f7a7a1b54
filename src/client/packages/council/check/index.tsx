import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { TextArea } from '../../../components/text-area'
import { giveText } from '../../../platform/files'
import { check as words } from '../../../texts/council'
import { ReceiptFinder } from './receipt-finder'
import { recount } from './recount'
import { type PublishedRecord, usePublishedRecord } from './use-published-record'
import { VerdictCard } from './verdict-card'

/** A record of some thousand houses is as long as this. */
const LONGEST = 3_000_000

interface RecountedProps {
  text: string
  fingerprint?: string
  rollHash?: string
}

function Recounted({ text, fingerprint, rollHash }: RecountedProps) {
  const counted = useMemo(
    () =>
      recount(text, {
        ...(fingerprint !== undefined && { fingerprint }),
        ...(rollHash !== undefined && { rollHash }),
      }),
    [text, fingerprint, rollHash],
  )
  return (
    <View className="ld-stack">
      <VerdictCard counted={counted} />
      {counted.verdict.sound && <ReceiptFinder holds={counted.holds} />}
    </View>
  )
}

function Published({ record }: { record: PublishedRecord }) {
  const { text, fingerprint, rollHash, title } = record
  const [given, setGiven] = useState<boolean>()
  return (
    <View className="ld-stack">
      <Recounted text={text} fingerprint={fingerprint} rollHash={rollHash} />
      <View className="ld-xs ld-help">{words.fingerprint(fingerprint)}</View>
      {given !== undefined && <View className="ld-body">{given ? words.kept : words.notKept}</View>}
      <AppButton
        kind="line"
        icon="download"
        wide
        onPress={async () => setGiven(await giveText({ name: `${title}.json`, text }))}
      >
        {words.keep}
      </AppButton>
    </View>
  )
}

function RecordOfPoll({ pollId }: { pollId: string }) {
  const asked = usePublishedRecord(pollId)
  return (
    <Answered ask={asked} rows={5}>
      {(record) => <Published record={record} />}
    </Answered>
  )
}

/** A record from anywhere: it is counted here, and nobody is asked. */
function PastedRecord() {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string>()
  return (
    <Section title={words.other}>
      <View className="ld-stack">
        <TextArea id="record" label={words.paste} value={text} maxLength={LONGEST} onChange={setText} />
        <AppButton kind="soft" wide onPress={() => setAsked(text)}>
          {words.verify}
        </AppButton>
        {asked !== undefined && <Recounted text={asked} />}
      </View>
    </Section>
  )
}

/** 验票: every vote counted once more, on the reader's own phone. */
export default function CheckPage() {
  const { poll } = useRouter().params
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        <View className="ld-body">{words.what}</View>
        {poll && <RecordOfPoll pollId={poll} />}
        <PastedRecord />
      </View>
    </Page>
  )
}
