import { View } from '@tarojs/components'
import { useState } from 'react'
import { KINDS, type Kind, METHODS, type Method } from '#core/heads/appointment'
import { Answered } from '../../../components/answered'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
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
  onChoose: (personId: string) => void
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
                onPress={() => onChoose(personId)}
              />
            ))}
          </View>
        )}
      </Answered>
    </Field>
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
  const [personId, setPersonId] = useState<string>()
  const [said, setSaid] = useState<Choices>({ kind: 'head', method: 'elected', term: '365' })
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('heads.nominate')
  const press = async () => {
    setProblem(personId ? undefined : words.missing)
    if (!building || !personId) return
    const { kind, method, term } = said
    const days = kind === 'head' ? Number(term) : BRIDGE_DAYS
    const asked = { buildingId: building.id, personId, kind, method, days }
    const answer = await send({ ...asked, basis: 'residence', basisWords: '' })
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
      {building && (
        <People
          key={building.id}
          buildingId={building.id}
          chosen={personId}
          error={problem}
          onChoose={setPersonId}
        />
      )}
      <Manner said={said} onSay={setSaid} />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
