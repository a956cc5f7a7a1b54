import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { MOST_SEATS } from '#core/council/candidates'
import { COUNCIL_OFFICES, type CouncilOffice } from '#core/council/election'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { replace } from '../../../platform/navigate'
import { council as councilWords, neededWords, proposal } from '../../../texts/council'
import { officeWords, electionProposal as words } from '../../../texts/elections'
import { problemAt } from '../../../texts/problems'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Council = NonNullable<OutputOf<'councils.show'>['council']>

/** Within this time somebody is in office, or nobody is elected. */
const DONE_WITHIN = 60 * 86_400_000
const OFFICES = COUNCIL_OFFICES.map((value) => ({ value, words: officeWords[value] }))
const SEATS = Array.from({ length: MOST_SEATS }, (_, n) => ({ value: `${n + 1}`, words: `${n + 1}` }))

function Proposal({ council }: { council: Council }) {
  const [office, setOffice] = useState<CouncilOffice>('chair')
  const [seats, setSeats] = useState('1')
  const [title, setTitle] = useState(words.usual('chair'))
  const [text, setText] = useState('')
  const { send, sending, failure, clear } = useCommand('motions.propose')
  const needed = council.rules.find(({ rule }) => rule === 'election')?.needed
  const choose = (chosen: CouncilOffice) => {
    // Whoever has written a title of his own keeps it.
    if (title === words.usual(office)) setTitle(words.usual(chosen))
    if (chosen !== 'member') setSeats('1')
    setOffice(chosen)
  }
  const propose = async () => {
    const said = { title, text, who: words.who, byWhen: Date.now() + DONE_WITHIN, costFen: 0 }
    const answer = await send({
      councilId: council.id,
      concernId: null,
      rule: 'election',
      words: said,
      election: { office, seats: Number(seats) },
    })
    if (answer.ok) replace('election', { id: answer.data.id })
  }
  const problemOf = (field: string) => problemAt(failure?.fields, `words.${field}`)
  return (
    <View className="ld-stack">
      <Segmented label={words.office} choices={OFFICES} value={office} onChoose={choose} />
      {office === 'member' && (
        <Segmented label={words.seats} choices={SEATS} value={seats} onChoose={setSeats} />
      )}
      <TextInput
        id="election-title"
        label={words.name}
        hint={words.nameHint}
        value={title}
        maxLength={40}
        error={problemOf('title')}
        onChange={setTitle}
      />
      <TextArea
        id="election-text"
        label={words.why}
        hint={words.whyHint}
        value={text}
        maxLength={1_000}
        error={problemOf('text')}
        onChange={setText}
      />
      {needed && (
        <View className="ld-sm ld-help">
          {neededWords({ rule: 'election', kind: council.unitKind, units: council.units, needed })}
        </View>
      )}
      <View className="ld-sm ld-help">{words.help}</View>
      {failure && <Refused failure={failure} onAct={clear} />}
      <AppButton size="large" wide busy={sending} onPress={propose}>
        {words.send}
      </AppButton>
    </View>
  )
}

/** 发起推选: for which office, how many, and why now; who stands shows later. */
export default function ProposeElectionPage() {
  const { council } = useRouter().params
  const asked = useAsk('councils.show', council ? { councilId: council } : {})
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {({ council: found }) => {
          if (!found) return <Empty title={councilWords.none.title} help={councilWords.none.help} />
          if (!found.mayPropose) return <Empty title={proposal.notMine.title} help={proposal.notMine.help} />
          return <Proposal council={found} />
        }}
      </Answered>
    </Page>
  )
}
