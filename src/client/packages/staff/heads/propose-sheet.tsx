import { View } from '@tarojs/components'
import { useState } from 'react'
import { BASES, type Basis, KINDS, type Kind, METHODS, type Method } from '#core/heads/appointment'
import { Answered } from '../../../components/answered'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { FindPerson, type FoundPerson } from '../../../components/find-person'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { kindWords, methodWords, headsPage as words } from '../../../texts/heads'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

const TERMS = [
  { value: '365', words: words.terms.one },
  { value: '730', words: words.terms.two },
  { value: '1095', words: words.terms.three },
] as const
const BRIDGE_DAYS = 90

interface PeopleProps {
  buildingId: string
  chosen: string | undefined
  error: string | undefined
  onChoose: (person: FoundPerson) => void
}

/** Those of the house somebody has vouched for. */
function People({ buildingId, chosen, error, onChoose }: PeopleProps) {
  const people = useAsk('heads.candidates', { buildingId })
  return (
    <Field id="propose-person" label={words.person} error={error}>
      <Answered ask={people} rows={1}>
        {({ people: all }) => (
          <View className="ld-row ld-wrap" {...readable('group', words.person)}>
            {all.length === 0 && <View className="ld-body ld-help">{words.nobody}</View>}
            {all.map(({ personId, name }) => (
              <Chip
                key={personId}
                words={name}
                chosen={personId === chosen}
                onPress={() => onChoose({ personId, name })}
              />
            ))}
          </View>
        )}
      </Answered>
    </Field>
  )
}

interface OutsiderProps {
  person: FoundPerson | undefined
  said: string
  error: string | undefined
  onFound: (person: FoundPerson) => void
  onSay: (said: string) => void
}

/** 房东或管理人 need not live here: found by his number, with the paper that was seen. */
function Outsider({ person, said, error, onFound, onSay }: OutsiderProps) {
  return (
    <View>
      {person ? <Notice icon="me" title={person.name} /> : <FindPerson why={words.why} onFound={onFound} />}
      <TextInput
        id="propose-basis"
        label={words.basisWords}
        hint={words.basisHint}
        value={said}
        error={error}
        maxLength={200}
        onChange={onSay}
      />
    </View>
  )
}

interface Choices {
  kind: Kind
  method: Method
  term: (typeof TERMS)[number]['value']
}

function Manner({ said, onSay }: { said: Choices; onSay: (said: Choices) => void }) {
  return (
    <View>
      <Segmented
        label={words.kind}
        choices={KINDS.map((value) => ({ value, words: kindWords[value] }))}
        value={said.kind}
        onChoose={(kind) => onSay({ ...said, kind })}
      />
      <Segmented
        label={words.method}
        choices={METHODS.map((value) => ({ value, words: methodWords[value] }))}
        value={said.method}
        onChoose={(method) => onSay({ ...said, method })}
      />
      {said.kind === 'head' ? (
        <Segmented
          label={words.term}
          choices={TERMS}
          value={said.term}
          onChoose={(term) => onSay({ ...said, term })}
        />
      ) : (
        <View className="ld-body ld-help">{words.bridge}</View>
      )}
    </View>
  )
}

interface ProposeSheetProps {
  onClose: () => void
  onSent: () => void
}

/** 提名: the house, one of its people, how he was found, and for how long. */
export function ProposeSheet({ onClose, onSent }: ProposeSheetProps) {
  const [building, setBuilding] = useState<EstateBuilding>()
  const [person, setPerson] = useState<FoundPerson>()
  const [basis, setBasis] = useState<Basis>('residence')
  const [basisWords, setBasisWords] = useState('')
  const [said, setSaid] = useState<Choices>({ kind: 'head', method: 'elected', term: '365' })
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('heads.nominate')
  const press = async () => {
    const noPaper = basis !== 'residence' && basisWords.trim().length < 2 && words.basisMissing
    const wrong = person ? noPaper || undefined : words.missing
    setProblem(wrong)
    if (!building || !person || wrong) return
    const { kind, method, term } = said
    const days = kind === 'head' ? Number(term) : BRIDGE_DAYS
    const asked = { buildingId: building.id, personId: person.personId, kind, method, days }
    const answer = await send({ ...asked, basis, basisWords: basisWords.trim() })
    if (answer.ok) onSent()
  }
  return (
    <Sheet
      id="propose"
      title={words.proposeTitle}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: sending }}
    >
      <Field id="propose-building" label={words.building} hint={building?.label ?? words.buildingHint}>
        <BuildingPicker chosenId={building?.id} onChoose={setBuilding} />
      </Field>
      <Segmented
        label={words.basis}
        choices={BASES.map((value) => ({ value, words: words.bases[value] }))}
        value={basis}
        onChoose={(value) => {
          setBasis(value)
          setPerson(undefined)
        }}
      />
      {building && basis === 'residence' && (
        <People
          key={building.id}
          buildingId={building.id}
          chosen={person?.personId}
          error={problem}
          onChoose={setPerson}
        />
      )}
      {building && basis !== 'residence' && (
        <Outsider
          key={basis}
          person={person}
          said={basisWords}
          error={problem}
          onFound={setPerson}
          onSay={setBasisWords}
        />
      )}
      <Manner said={said} onSay={setSaid} />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
