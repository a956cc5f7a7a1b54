import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { merge as words } from '../../texts/staff'
import { useAsk } from '../../use-ask'
import { AppButton } from '../button'
import { Notice } from '../notice'
import { Refused } from '../refused'
import { TextInput } from '../text-input'
import { Choices, type Option } from './choices'
import { DeedFrame } from './deed-frame'
import styles from './staff-actions.module.scss'
import { type DeedProps, useDeed } from './use-deed'
import { WordsField } from './words-field'

type Row = OutputOf<'concerns.list'>['items'][number]
type Near = OutputOf<'concerns.similar'>['items'][number]

const optionOf = (row: Row, ...more: string[]): Option<Row> => ({
  value: row,
  words: row.title,
  help: [row.no, row.placeLabel, ...more].filter(Boolean).join('，'),
})
const nearOption = (row: Near): Option<Row> => optionOf(row, words.metres(row.metres))

interface PickProps {
  concern: DeedProps['concern']
  open: boolean
  chosen: Row | undefined
  onChoose: (row: Row) => void
}

/** By number or a few words of the title: not only what lies near. */
function Search({ concern, open, chosen, onChoose }: PickProps) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const asked = useAsk('concerns.list', { text, show: 'open' }, { enabled: open && text !== '' })
  const found = asked.data?.items.filter(({ id }) => id !== concern.id) ?? []
  return (
    <View>
      <TextInput
        id="merge-search"
        label={words.search}
        hint={words.searchHint}
        optional
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      <View className={styles.find}>
        <AppButton kind="soft" icon="search" busy={asked.loading} onPress={() => setText(typed.trim())}>
          {words.find}
        </AppButton>
      </View>
      {asked.failure && <Refused failure={asked.failure} onRetry={asked.refresh} />}
      {asked.data && found.length === 0 && <View className="ld-sm">{words.notFound}</View>}
      {found.length > 0 && (
        <Choices
          id="merge-found"
          label={words.found}
          options={found.map((row) => optionOf(row))}
          isChosen={({ id }) => id === chosen?.id}
          onChoose={onChoose}
        />
      )}
    </View>
  )
}

/** Open ones of the same kind nearby, the nearest first. */
function Nearby({ concern, open, chosen, onChoose }: PickProps) {
  const { category, place } = concern
  const where = { category, buildingId: place.buildingId, point: place.point }
  const asked = useAsk('concerns.similar', where, { enabled: open })
  const near = asked.data?.items.filter(({ id }) => id !== concern.id) ?? []
  if (asked.failure) return <Refused failure={asked.failure} onRetry={asked.refresh} />
  if (near.length === 0) return <View className="ld-sm">{asked.data ? words.none : ''}</View>
  return (
    <Choices
      id="merge-near"
      label={words.near}
      options={near.map(nearOption)}
      isChosen={({ id }) => id === chosen?.id}
      onChoose={onChoose}
    />
  )
}

/** 合并: followers move over, each counted once. */
export function MergeSheet(props: DeedProps) {
  const [into, setInto] = useState<Row>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const step = useDeed('concerns.merge', props)
  const choose = (row: Row) => {
    setInto(row)
    setMissing(false)
  }
  const send = () => (into ? step.send({ into: into.id, note }) : setMissing(true))
  const pick = { concern: props.concern, open: props.open, chosen: into, onChoose: choose }
  return (
    <DeedFrame {...props} deed="merge" underWay={step} onSend={send}>
      <Nearby {...pick} />
      <Search {...pick} />
      {into && <Notice icon="users" title={words.into(into.no)} help={words.follows(into.title)} />}
      {missing && <Notice urgent icon="alert" title={words.missing} />}
      <WordsField id="merge-note" label={words.note} optional value={note} onChange={setNote} />
    </DeedFrame>
  )
}
