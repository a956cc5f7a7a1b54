import { View } from '@tarojs/components'
import { useState } from 'react'
import { levelOf } from '#core/grids/grid'
import { BuildingPicker, type EstateBuilding } from '../../../components/building-picker'
import { Field } from '../../../components/field'
import { GridChoice } from '../../../components/grid-choice'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { history as words } from '../../../texts/history'
import { useCommand } from '../../../use-command'
import { Successors } from './successors'

const DEEDS = (['rename', 'add', 'moveHouse', 'draw', 'close'] as const).map((value) => ({
  value,
  words: words.deeds[value],
}))
type Deed = (typeof DEEDS)[number]['value']

interface Said {
  grid: string
  name: string
  code: string
  house: EstateBuilding | undefined
  successors: string[]
}

/** Each change is sent as its own command; a boundary is drawn on a page of its own. */
function useChange() {
  const rename = useCommand('grids.rename')
  const add = useCommand('grids.add')
  const move = useCommand('grids.moveHouse')
  const close = useCommand('grids.close')
  const all = [rename, add, move, close]
  const send = (deed: Deed, said: Said) => {
    const gridPath = said.grid
    if (deed === 'rename') return rename.send({ gridPath, name: said.name.trim() })
    if (deed === 'add')
      return add.send({ parentPath: gridPath, code: said.code.trim(), name: said.name.trim() })
    if (deed === 'moveHouse') return move.send({ buildingId: said.house?.id ?? '', gridPath })
    if (deed === 'close') return close.send({ gridPath, successors: said.successors })
    go('boundary', { grid: gridPath })
    return undefined
  }
  return {
    send,
    busy: all.some(({ sending }) => sending),
    failure: all.find(({ failure }) => failure)?.failure,
  }
}

/** As the rule has it: other grids, of the same step. */
const mayFollow = ({ grid, successors }: Said): boolean =>
  successors.length > 0 && successors.every((one) => one !== grid && levelOf(one) === levelOf(grid))

function missingOf(deed: Deed, said: Said): string | undefined {
  const isNamed = said.name.trim().length >= 2
  if (deed === 'rename') return isNamed ? undefined : words.missing
  if (deed === 'add') return isNamed && /^\d{2,3}$/.test(said.code.trim()) ? undefined : words.missing
  if (deed === 'moveHouse') return said.house ? undefined : words.missing
  if (deed === 'close') return mayFollow(said) ? undefined : words.successorsWrong
  return undefined
}

interface WordsProps {
  deed: Deed
  top: string
  said: Said
  onSay: (said: Said) => void
}

function DeedFields({ deed, top, said, onSay }: WordsProps) {
  const isNamed = deed === 'rename' || deed === 'add'
  return (
    <View className="ld-stack">
      {deed === 'add' && (
        <TextInput
          id="change-code"
          label={words.code}
          hint={words.codeHint}
          value={said.code}
          maxLength={3}
          onChange={(code) => onSay({ ...said, code })}
        />
      )}
      {isNamed && (
        <TextInput
          id="change-name"
          label={words.name}
          value={said.name}
          maxLength={40}
          onChange={(name) => onSay({ ...said, name })}
        />
      )}
      {deed === 'moveHouse' && (
        <Field id="change-house" label={words.house} hint={said.house?.label ?? words.houseHint}>
          <BuildingPicker chosenId={said.house?.id} onChoose={(house) => onSay({ ...said, house })} />
        </Field>
      )}
      {deed === 'draw' && <View className="ld-body">{words.drawHelp}</View>}
      {deed === 'close' && (
        <Successors
          top={top}
          named={said.successors}
          onName={(successors) => onSay({ ...said, successors })}
        />
      )}
    </View>
  )
}

/** 调整网格: which one, what happens to it; whatever it is, the notice keeps it. */
export function ChangeSheet({ top, onClose }: { top: string; onClose: () => void }) {
  const [deed, setDeed] = useState<Deed>('rename')
  const [said, setSaid] = useState<Said>({
    grid: top,
    name: '',
    code: '',
    house: undefined,
    successors: [],
  })
  const [problem, setProblem] = useState<string>()
  const { send, busy, failure } = useChange()
  const press = async () => {
    const wrong = missingOf(deed, said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send(deed, said)
    if (!answer || answer.ok) onClose()
  }
  return (
    <Sheet
      id="grid-change"
      title={words.change}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy }}
    >
      <View className="ld-stack">
        <Segmented label={words.what} choices={DEEDS} value={deed} onChoose={setDeed} />
        <Field id="change-grid" label={words.which} error={problem}>
          <GridChoice
            top={top}
            deepest={3}
            chosen={said.grid}
            onChoose={(grid) => setSaid({ ...said, grid })}
          />
        </Field>
        <DeedFields deed={deed} top={top} said={said} onSay={setSaid} />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
