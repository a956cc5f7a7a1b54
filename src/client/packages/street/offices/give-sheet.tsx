import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { levelOf } from '#core/grids/grid'
import { OFFICES } from '#core/offices/offices'
import type { Role } from '#core/people/actor'
import { AppButton } from '../../../components/button'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import type { Me } from '../../../stores/session'
import { officeWords, offices as words } from '../../../texts/offices'
import { useCommand } from '../../../use-command'

type Person = NonNullable<OutputOf<'people.find'>['person']>

const A_YEAR = 365 * 86_400_000
const PHONE = /^1\d{10}$/

/** By the whole number and nothing less: nobody leafs through people. Every find is written down. */
function FindPerson({ onFound }: { onFound: (person: Person) => void }) {
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('people.find')
  const find = async () => {
    const isWhole = PHONE.test(phone)
    setProblem(isWhole ? undefined : words.badPhone)
    if (!isWhole) return
    const answer = await send({ phone, reason: words.why })
    if (!answer.ok) return
    if (answer.data.person) onFound(answer.data.person)
    else setProblem(words.notFound)
  }
  return (
    <View>
      <TextInput
        id="give-phone"
        label={words.phone}
        hint={words.phoneHint}
        type="number"
        maxLength={11}
        value={phone}
        error={problem}
        onChange={setPhone}
      />
      <AppButton kind="soft" wide busy={sending} onPress={find}>
        {words.find}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

interface RolesProps {
  /** The giver's own office. */
  giver: Role
  chosen: Role | undefined
  error: string | undefined
  onChoose: (role: Role) => void
}

/** Offices this giver may give; departments and people above need a place nobody types here. */
const givenBy = (giver: Role): Role[] =>
  (Object.keys(OFFICES) as Role[]).filter(
    (role) => role !== 'department' && OFFICES[role]?.by.includes(giver),
  )

function Roles({ giver, chosen, error, onChoose }: RolesProps) {
  return (
    <Field id="give-role" label={words.role} error={error}>
      <View className="ld-row ld-wrap" {...readable('group', words.role)}>
        {givenBy(giver).map((role) => (
          <Chip
            key={role}
            words={officeWords(role, false)}
            chosen={role === chosen}
            onPress={() => onChoose(role)}
          />
        ))}
      </View>
    </Field>
  )
}

interface GiveSheetProps {
  office: Me['offices'][number]
  onClose: () => void
  onGiven: (waits: boolean) => void
}

/** 任命: who, what, where; for a year. */
export function GiveSheet({ office, onClose, onGiven }: GiveSheetProps) {
  const [person, setPerson] = useState<Person>()
  const [role, setRole] = useState<Role>()
  const [grid, setGrid] = useState(office.gridPath)
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('offices.assign')
  const isOfTheStreet = role !== undefined && OFFICES[role]?.level === 0
  const press = async () => {
    setProblem(role ? undefined : words.missing)
    if (!person || !role) return
    const gridPath = isOfTheStreet ? office.gridPath : grid
    const answer = await send({ personId: person.personId, role, gridPath, until: Date.now() + A_YEAR })
    if (answer.ok) onGiven(answer.data.waits)
  }
  return (
    <Sheet
      id="office-give"
      title={words.giveTitle}
      open
      onClose={onClose}
      act={person && { words: words.send, onPress: press, busy: sending }}
    >
      {!person && <FindPerson onFound={setPerson} />}
      {person && <Notice icon="me" title={person.name} help={words.year} />}
      {person && <Roles giver={office.role} chosen={role} error={problem} onChoose={setRole} />}
      {person && role && !isOfTheStreet && levelOf(office.gridPath) < 2 && (
        <TextInput id="give-grid" label={words.grid} hint={words.gridHint} value={grid} onChange={setGrid} />
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
