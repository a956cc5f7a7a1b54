import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import type { FoundPerson } from '../../../components/find-person'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { services as words } from '../../../texts/services'
import { useCommand } from '../../../use-command'
import { EstateChoice } from '../estate-choice'
import { PersonField } from '../person-field'
import type { Branch } from './index'

interface BranchSheetProps {
  gridPath: string
  /** `null`: a new one. */
  branch: Branch | null
  onClose: () => void
}

const MEMBERS = /^\d{1,4}$/

/** 功能型党支部: its secretary by his number, its members counted and never listed, what it does. */
export function BranchSheet({ gridPath, branch, onClose }: BranchSheetProps) {
  const [name, setName] = useState(branch?.name ?? '')
  const [members, setMembers] = useState(branch ? String(branch.members) : '')
  const [duties, setDuties] = useState(branch?.duties ?? '')
  const [estateId, setEstateId] = useState(branch?.estateId ?? undefined)
  const [secretary, setSecretary] = useState<FoundPerson>()
  const [problem, setProblem] = useState<string>()
  const save = useCommand('services.saveBranch')
  const end = useCommand('services.endBranch')
  const press = async () => {
    const isWhole = name.trim().length >= 2 && duties.trim().length >= 2 && MEMBERS.test(members)
    setProblem(isWhole ? undefined : words.branchMissing)
    if (!isWhole) return
    const said = {
      name: name.trim(),
      members: Number(members),
      duties: duties.trim(),
      estateId: estateId ?? null,
    }
    const named = secretary && { secretaryId: secretary.personId }
    const answer = await save.send({ id: branch?.id ?? null, gridPath, ...said, ...named })
    if (answer.ok) onClose()
  }
  const close = async () => {
    if (branch && (await end.send({ id: branch.id })).ok) onClose()
  }
  const failure = save.failure ?? end.failure
  return (
    <Sheet
      id="branch"
      title={branch?.name ?? words.add.branch}
      open
      onClose={onClose}
      act={{ words: words.save, onPress: press, busy: save.sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="branch-name"
          label={words.name}
          value={name}
          maxLength={60}
          error={problem}
          onChange={setName}
        />
        <TextInput
          id="branch-members"
          type="number"
          label={words.members}
          value={members}
          maxLength={4}
          onChange={setMembers}
        />
        <TextArea
          id="branch-duties"
          label={words.duties}
          value={duties}
          maxLength={500}
          onChange={setDuties}
        />
        <EstateChoice
          id="branch-estate"
          within={gridPath}
          chosenId={estateId}
          onChoose={({ id }) => setEstateId(id)}
          none={{ words: words.wholeGrid, onChoose: () => setEstateId(undefined) }}
        />
        <PersonField
          id="branch-secretary"
          label={words.secretary}
          why={words.why}
          person={secretary}
          onFind={setSecretary}
        />
        {branch && (
          <AppButton kind="line" wide busy={end.sending} onPress={close}>
            {words.close}
          </AppButton>
        )}
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
