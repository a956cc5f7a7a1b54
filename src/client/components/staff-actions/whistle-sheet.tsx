import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { momentWords } from '../../texts/dates'
import { whistle as words } from '../../texts/staff'
import { useAsk } from '../../use-ask'
import { Loading } from '../loading'
import { Refused } from '../refused'
import { Choices } from './choices'
import { DeedFrame } from './deed-frame'
import { type Arrival, arrivals } from './moments'
import { type DeedProps, useDeed } from './use-deed'
import { noteProblem, WordsField } from './words-field'

/** As many as one whistle may call, as the contract has it. */
const MOST = 6

interface DepartmentsProps {
  open: boolean
  awaited: readonly { departmentId: string; name: string }[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  error: string | undefined
}

function Departments({ open, awaited, chosen, onChange, error }: DepartmentsProps) {
  const asked = useAsk('places.departments', {}, { enabled: open })
  if (asked.failure) return <Refused failure={asked.failure} onRetry={asked.refresh} />
  if (!asked.data) return <Loading rows={2} />
  const free = asked.data.departments.filter(({ id }) => !awaited.some((one) => one.departmentId === id))
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const names = awaited.map(({ name }) => name).join('、')
  if (free.length === 0) return <View className="ld-sm">{words.none}</View>
  return (
    <Choices
      many
      id="whistle-departments"
      label={words.label}
      hint={names && words.waiting(names)}
      error={error}
      options={free.map(({ id, name }) => ({ value: id, words: name }))}
      isChosen={(id) => chosen.includes(id)}
      onChoose={toggle}
    />
  )
}

/** 吹哨: which departments are to come, until when, and what for. */
export function WhistleSheet(props: DeedProps) {
  const { concern, open } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moments offered are counted when the sheet opens
  const now = useMemo(() => Date.now(), [open])
  const offered = arrivals(now)
  const [ids, setIds] = useState<string[]>([])
  const [by, setBy] = useState<Arrival['key']>('two_hours')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const step = useDeed('concerns.whistle', props)
  const missing = noteProblem(note)
  const arrival = offered.find(({ key }) => key === by)
  const count = ids.length === 0 ? words.missing : ids.length > MOST ? words.most : undefined

  const send = () => {
    setTried(true)
    if (!count && !missing && arrival) step.send({ departmentIds: ids, note, arriveBy: arrival.at })
  }
  const beside = step.problem('note')
  return (
    <DeedFrame {...props} deed="whistle" underWay={step} onSend={send} saidBeside={beside !== undefined}>
      <Departments
        open={open}
        awaited={concern.whistles.filter(({ arrivedAt }) => arrivedAt === null)}
        chosen={ids}
        onChange={setIds}
        error={tried ? count : undefined}
      />
      <Choices
        id="whistle-by"
        label={words.by}
        options={offered.map(({ key, at }) => ({
          value: key,
          words: words.times[key],
          help: momentWords(at, now),
        }))}
        isChosen={(key) => key === by}
        onChoose={setBy}
      />
      <WordsField
        id="whistle-note"
        label={words.note}
        placeholder={words.placeholder}
        value={note}
        onChange={setNote}
        error={(tried ? missing : undefined) ?? beside}
      />
    </DeedFrame>
  )
}
