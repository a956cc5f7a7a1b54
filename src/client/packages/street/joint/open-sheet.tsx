import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Owners, PARTIES, type Party } from '#core/joint/matter'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { partyWords, joint as words } from '../../../texts/joint'
import { useCommand } from '../../../use-command'
import { type Estate, EstateChoice } from '../estate-choice'

const DAY = 86_400_000
const DAYS = (['7', '30', '90'] as const).map((value) => ({ value, words: words.dayChoices[value] }))

interface Said {
  subject: string
  duties: Record<Party, string>
  days: (typeof DAYS)[number]['value']
}
const NOTHING: Said = {
  subject: '',
  duties: { party_committee: '', residents_committee: '', owners: '' },
  days: '30',
}

const isWhole = ({ subject, duties }: Said): boolean =>
  subject.trim().length >= 4 && PARTIES.every((party) => duties[party].trim().length >= 2)

/** 发起: where, what, who does which part, until when. */
export function OpenSheet({ within, onClose }: { within: string; onClose: () => void }) {
  const [estate, setEstate] = useState<Estate>()
  const [said, setSaid] = useState(NOTHING)
  const [problem, setProblem] = useState<string>()
  const open = useCommand('joint.open')
  const committee = useCommand('joint.committee')
  const owners: Owners = estate?.ownersCommittee ? 'owners_committee' : 'council'
  const press = async () => {
    const wrong = estate ? (isWhole(said) ? undefined : words.missing) : words.noEstate
    setProblem(wrong)
    if (!estate || wrong) return
    const { days, ...what } = said
    const answer = await open.send({ estateId: estate.id, ...what, dueAt: Date.now() + Number(days) * DAY })
    if (!answer.ok) return
    onClose()
    go('jointMatter', { id: answer.data.id })
  }
  const say = async (exists: boolean) => {
    if (!estate) return
    const answer = await committee.send({ estateId: estate.id, exists })
    if (answer.ok) setEstate({ ...estate, ownersCommittee: exists })
  }
  const failure = open.failure ?? committee.failure
  return (
    <Sheet
      id="joint-open"
      title={words.openTitle}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: open.sending }}
    >
      <View className="ld-stack">
        <EstateChoice id="joint-estate" within={within} chosenId={estate?.id} onChoose={setEstate} />
        {estate && (
          <SwitchRow
            title={words.hasCommittee}
            help={words.noCommittee}
            on={estate.ownersCommittee}
            onChange={say}
          />
        )}
        <TextInput
          id="joint-subject"
          label={words.subject}
          hint={words.subjectHint}
          value={said.subject}
          error={problem}
          maxLength={60}
          onChange={(subject) => setSaid({ ...said, subject })}
        />
        {PARTIES.map((party) => (
          <TextArea
            key={party}
            id={`joint-${party}`}
            label={words.duty(partyWords(party, owners))}
            value={said.duties[party]}
            maxLength={200}
            onChange={(duty) => setSaid({ ...said, duties: { ...said.duties, [party]: duty } })}
          />
        ))}
        <Segmented
          label={words.days}
          choices={DAYS}
          value={said.days}
          onChoose={(days) => setSaid({ ...said, days })}
        />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
