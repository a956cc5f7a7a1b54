import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { replace } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { council as councilWords, proposal as words } from '../../../texts/council'
import { problemAt } from '../../../texts/problems'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { BLANK, draftOf, fenOf, type MotionDraft } from './draft'
import { type Council, MotionForm } from './form'

const DAY = 86_400_000

function Proposal({ council, concernId }: { council: Council; concernId: string | null }) {
  const owner = useSession(({ me }) => me?.personId ?? '')
  const kept = useMemo(() => draftOf(owner), [owner])
  const [before] = useState(kept.read)
  const [draft, setDraft] = useState<MotionDraft>(before ?? BLANK)
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('motions.propose')
  const costFen = fenOf(draft.yuan)
  const change = (part: Partial<MotionDraft>) => {
    const changed = { ...draft, ...part }
    kept.write(changed)
    setDraft(changed)
  }
  const propose = async () => {
    setTried(true)
    if (costFen === undefined) return
    const { title, text, who, rule } = draft
    const byWhen = Date.now() + Number(draft.days) * DAY
    const said = { title, text, who, byWhen, costFen }
    const answer = await send({ councilId: council.id, concernId, rule, words: said })
    if (!answer.ok) return
    kept.clear()
    replace('motion', { id: answer.data.id })
  }
  const problemOf = (field: string) =>
    field === 'costFen' && tried && costFen === undefined
      ? words.wrongCost
      : problemAt(failure?.fields, `words.${field}`)
  return (
    <View className="ld-stack">
      {before && <Notice icon="doc" title={words.kept} />}
      <MotionForm council={council} draft={draft} onChange={change} problemOf={problemOf} />
      {failure && <Refused failure={failure} onAct={clear} />}
      <View className="ld-sm ld-help">{words.public}</View>
      <AppButton size="large" wide busy={sending} onPress={propose}>
        {words.send}
      </AppButton>
    </View>
  )
}

function FromConcern({ id }: { id: string }) {
  const { data } = useAsk('concerns.get', { id })
  return data ? <View className="ld-body ld-help">{words.from(data.title)}</View> : null
}

/** 提议题, fresh or out of a concern; what was typed waits on the phone until it is sent. */
export default function ProposePage() {
  const { council, concern } = useRouter().params
  const asked = useAsk('councils.show', council ? { councilId: council } : {})
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {concern && <FromConcern id={concern} />}
        <Answered ask={asked} rows={6}>
          {({ council: found }) => {
            if (!found) return <Empty title={councilWords.none.title} help={councilWords.none.help} />
            if (!found.mayPropose) return <Empty title={words.notMine.title} help={words.notMine.help} />
            return <Proposal council={found} concernId={concern ?? null} />
          }}
        </Answered>
      </View>
    </Page>
  )
}
