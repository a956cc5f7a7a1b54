import { View } from '@tarojs/components'
import { useState } from 'react'
import { LISTED_KINDS, type ListedKind } from '#core/council/body'
import { levelOf } from '#core/grids/grid'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Field } from '../../../components/field'
import type { FoundPerson } from '../../../components/find-person'
import { GridChoice } from '../../../components/grid-choice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { bodyKind, bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import { PersonField } from '../person-field'

const kinds = (all: readonly ListedKind[]) => all.map((value) => ({ value, words: bodyKind(value) }))
const KINDS = kinds(LISTED_KINDS)
const HOUSE_KINDS = kinds(['household', 'person'])

const SCOPES = (['place', 'house'] as const).map((value) => ({ value, words: words.scopes[value] }))
type Scope = (typeof SCOPES)[number]['value']
/** A body belongs to a grid or one of its pieces. */
const DEEPEST = 3

interface FoundSheetProps {
  /** The grid of the founder's office. */
  top: string
  /** He founds bodies of single houses and no others. */
  onlyHouses: boolean
  onClose: () => void
  onFounded: (id: string) => void
}

/** 成立: what it is called, whose votes it counts, in a whole place or one house, who leads it and who keeps its papers. */
export function FoundSheet({ top, onlyHouses, onClose, onFounded }: FoundSheetProps) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>(onlyHouses ? 'house' : 'place')
  const [house, setHouse] = useState<EstateBuilding>()
  const [kind, setKind] = useState<ListedKind>('household')
  const [grid, setGrid] = useState(top)
  const [chair, setChair] = useState<FoundPerson>()
  const [secretary, setSecretary] = useState<FoundPerson>()
  const [isMissing, setMissing] = useState(false)
  const { send, sending, failure, clear } = useCommand('bodies.found')
  const isNamed = name.trim().length >= 4
  const isOfHouse = scope === 'house'
  /** Owners of one self-built house are no assembly of owners. */
  const choose = (wanted: Scope) => {
    setScope(wanted)
    if (wanted === 'house' && kind === 'owner') setKind('household')
  }
  const press = async () => {
    setMissing(true)
    if (!isNamed || !chair || (isOfHouse && !house)) return
    const answer = await send({
      name: name.trim(),
      gridPath: isOfHouse ? top : grid,
      buildingId: isOfHouse ? (house?.id ?? null) : null,
      kind,
      chairId: chair.personId,
      secretaryId: secretary?.personId ?? null,
    })
    if (answer.ok) onFounded(answer.data.id)
  }
  return (
    <Sheet
      id="found-body"
      title={words.found}
      open
      onClose={onClose}
      act={{ words: words.found, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="body-name"
          label={words.name}
          hint={words.nameHint}
          value={name}
          maxLength={40}
          error={isMissing && !isNamed ? words.missing.name : undefined}
          onChange={setName}
        />
        {!onlyHouses && (
          <Field id="body-scope" label={words.scope}>
            <Segmented label={words.scope} choices={SCOPES} value={scope} onChoose={choose} />
          </Field>
        )}
        <Field id="body-kind" label={words.kind}>
          <Segmented
            label={words.kind}
            choices={isOfHouse ? HOUSE_KINDS : KINDS}
            value={kind}
            onChoose={setKind}
          />
        </Field>
        {isOfHouse && (
          <Field
            id="body-house"
            label={house ? words.houseChosen(house.label) : words.house}
            error={isMissing && !house ? words.missing.house : undefined}
          >
            <BuildingPicker chosenId={house?.id} onChoose={setHouse} />
          </Field>
        )}
        {!isOfHouse && levelOf(top) < DEEPEST && (
          <Field id="body-grid" label={words.grid}>
            <GridChoice top={top} deepest={DEEPEST} chosen={grid} onChoose={setGrid} />
          </Field>
        )}
        <PersonField
          id="body-chair"
          label={words.chair}
          help={words.chairHelp}
          why={words.chairWhy}
          person={chair}
          error={isMissing && !chair ? words.missing.chair : undefined}
          onFind={setChair}
        />
        {/* One after the other: two fields for a number at once, and nobody knows whose it is. */}
        {chair && (
          <PersonField
            id="body-secretary"
            label={words.secretary}
            help={words.secretaryHelp}
            why={words.secretaryWhy}
            person={secretary}
            onFind={setSecretary}
          />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
