import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Section } from '../../../components/section'
import { TextInput } from '../../../components/text-input'
import { entryAmount, entryState, hours as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import styles from './hours.module.scss'

type Entry = OutputOf<'service.mine'>['entries'][number]

function EntryRow({ entry, onDispute }: { entry: Entry; onDispute: () => void }) {
  return (
    <View className={`${styles.entry} ld-tight`}>
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-md ld-grow">{entry.title}</View>
        <View className="ld-md">{entryAmount(entry)}</View>
      </View>
      <View className="ld-row ld-between ld-wrap">
        <View className="ld-sm ld-help ld-grow">{words.line(entry)}</View>
        <View className="ld-sm ld-help">{entryState(entry)}</View>
      </View>
      {entry.answer !== null && <View className="ld-sm">{words.answered(entry.answer)}</View>}
      {entry.mayDispute && (
        <AppButton
          kind="line"
          size="small"
          label={`${entry.title}，${words.line(entry)}，${words.dispute}`}
          onPress={onDispute}
        >
          {words.dispute}
        </AppButton>
      )}
    </View>
  )
}

function DisputeSheet({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const [minutes, setMinutes] = useState(String(Math.abs(entry.minutes)))
  const command = useCommand('service.dispute')
  const dispute = async (said: string) =>
    (await command.send({ signUpId: entry.signUpId, minutes: Number(minutes), words: said })).ok
  return (
    <ReasonSheet
      id="dispute"
      title={words.disputeTitle}
      act={words.dispute}
      field={{ id: 'dispute-words', label: words.why, maxLength: 200 }}
      command={command}
      onSend={dispute}
      onClose={onClose}
    >
      <View className="ld-sm ld-help">{words.disputeHelp}</View>
      <TextInput
        id="dispute-minutes"
        type="number"
        label={words.shouldBe}
        value={minutes}
        maxLength={3}
        onChange={setMinutes}
      />
    </ReasonSheet>
  )
}

/** 一笔一笔: a correction is a line of its own, as the ledger has it. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  const [disputing, setDisputing] = useState<Entry>()
  return (
    <Section title={words.entries}>
      {entries.length === 0 ? (
        <Empty {...words.none} />
      ) : (
        <Card>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} onDispute={() => setDisputing(entry)} />
          ))}
        </Card>
      )}
      {disputing && <DisputeSheet entry={disputing} onClose={() => setDisputing(undefined)} />}
    </Section>
  )
}
