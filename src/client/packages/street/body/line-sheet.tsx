import { View } from '@tarojs/components'
import { useState } from 'react'
import { areaIn, type ListedKind, squareMetres } from '#core/council/body'
import { AppButton } from '../../../components/button'
import { Field } from '../../../components/field'
import type { FoundPerson } from '../../../components/find-person'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { lineHint, bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import { PersonField } from '../person-field'
import type { Body, Line } from './index'

/** A new line is entered, one that stands is corrected. */
function useLine(councilId: string, line: Line | null) {
  const enter = useCommand('bodies.enter')
  const correct = useCommand('bodies.correct')
  const send = (said: { label: string; area: number | null }, personId: string | undefined) =>
    line
      ? correct.send({ id: line.id, ...said, ...(personId !== undefined && { personId }) })
      : enter.send({ councilId, ...said, personId: personId ?? null })
  const { sending, failure, clear } = line ? correct : enter
  return { send, sending, failure, clear }
}

interface Said {
  kind: ListedKind
  label: string
  area: number | null
  isNobody: boolean
}

/** What is still to be written before it can be sent. */
const missingIn = ({ kind, label, area, isNobody }: Said) => ({
  label: label === '' ? words.labelMissing : undefined,
  area: kind === 'owner' && area === null ? words.areaWrong : undefined,
  voter: kind === 'person' && isNobody ? words.voterNeeded : undefined,
})

interface VoterProps {
  line: Line | null
  person: FoundPerson | undefined
  error: string | undefined
  onFind: (person: FoundPerson | undefined) => void
}

/** Who votes for it: of a line that stands the one of before, until another is found. */
function Voter({ line, person, error, onFind }: VoterProps) {
  const [changing, setChanging] = useState(line === null)
  if (line?.inOpenRoll) return <Notice icon="clock" title={words.locked} />
  if (!changing)
    return (
      <Field id="line-voter" label={words.voter}>
        <Notice icon="me" title={words.voterKeeps(line?.voter ?? null)} />
        <AppButton kind="line" size="small" onPress={() => setChanging(true)}>
          {words.another}
        </AppButton>
      </Field>
    )
  return (
    <PersonField
      id="line-voter"
      label={words.voter}
      help={words.voterNone}
      why={words.voterWhy}
      person={person}
      error={error}
      onFind={onFind}
    />
  )
}

/** 添一行、改一行: which unit, an owner's share, and who votes for it. */
export function LineSheet({ body, line, onClose }: { body: Body; line: Line | null; onClose: () => void }) {
  const [label, setLabel] = useState(line?.label ?? '')
  const [metres, setMetres] = useState(line?.area ? squareMetres(line.area) : '')
  const [person, setPerson] = useState<FoundPerson>()
  const [isPressed, setPressed] = useState(false)
  const { send, sending, failure, clear } = useLine(body.id, line)
  const isOwners = body.kind === 'owner'
  const area = isOwners ? areaIn(metres) : null
  const isNobody = person === undefined && !line?.voter
  const missing = missingIn({ kind: body.kind, label: label.trim(), area, isNobody })
  const press = async () => {
    setPressed(true)
    if (missing.label || missing.area || missing.voter) return
    if ((await send({ label: label.trim(), area }, person?.personId)).ok) onClose()
  }
  return (
    <Sheet
      id="body-line"
      title={line ? words.correct : words.add}
      open
      onClose={onClose}
      act={{ words: words.save, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="line-label"
          label={words.label}
          hint={lineHint(body.kind)}
          value={label}
          maxLength={40}
          error={isPressed ? missing.label : undefined}
          onChange={setLabel}
        />
        {isOwners && (
          <TextInput
            id="line-area"
            label={words.area}
            hint={words.areaHint}
            value={metres}
            maxLength={12}
            error={isPressed ? missing.area : undefined}
            onChange={setMetres}
          />
        )}
        <Voter line={line} person={person} error={isPressed ? missing.voter : undefined} onFind={setPerson} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
