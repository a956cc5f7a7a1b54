import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { replace } from '../../../platform/navigate'
import { type Me, useSession } from '../../../stores/session'
import { propose as words } from '../../../texts/care'
import { problemAt } from '../../../texts/problems'
import { useCommand } from '../../../use-command'
import { BLANK, type Draft, missingIn, proposalOf, type Source } from './draft'
import { ProposeForm } from './form'

const holds = ({ offices }: Me, action: 'pairing.propose' | 'pairing.assign') =>
  offices.some(({ role }) => reachOf(action, role) !== undefined)

function sourceFrom({ concern, hardship }: Partial<Record<string, string>>): Source {
  if (hardship) return { kind: 'hardship', id: hardship }
  return concern ? { kind: 'concern', id: concern } : { kind: 'none' }
}

function Proposing({ assigns, source }: { assigns: boolean; source: Source }) {
  const [draft, setDraft] = useState<Draft>(BLANK)
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('pairings.propose')
  const missing = missingIn(draft)
  const press = async () => {
    setTried(true)
    const proposal = proposalOf(draft, source)
    if (!proposal) return
    const answer = await send(proposal)
    if (answer.ok) replace('pairing', { id: answer.data.id })
  }
  return (
    <View className="ld-stack">
      <ProposeForm
        draft={draft}
        assigns={assigns}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        problemOf={(field) => (tried ? missing[field] : undefined) ?? problemAt(failure?.fields, field)}
      />
      {!assigns && <View className="ld-sm ld-help">{words.headHelp}</View>}
      {failure && <Refused failure={failure} onAct={clear} />}
      <AppButton size="large" wide busy={sending} onPress={press}>
        {words.send}
      </AppButton>
    </View>
  )
}

/** 提一个结对: those who arrange it name a helper; a head says that his house needs somebody. */
export default function ProposePage() {
  const me = useSession((session) => session.me)
  const source = sourceFrom(useRouter().params)
  return (
    <Page title={words.title}>
      {!me && <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}
      {me && !holds(me, 'pairing.propose') && <Empty {...words.notMine} />}
      {me && holds(me, 'pairing.propose') && (
        <Proposing assigns={holds(me, 'pairing.assign')} source={source} />
      )}
    </Page>
  )
}
