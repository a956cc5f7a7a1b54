import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { residence as words } from '../../../texts/residences'
import { useCommand } from '../../../use-command'
import { useFreshMe } from '../../../use-fresh-me'

type Home = NonNullable<OutputOf<'residences.mine'>['home']>

/** Ends it: asked once more, since a vote may hang on it. */
function EndButton({ home, step }: { home: Home; step: 'withdraw' | 'move_out' }) {
  const [sure, setSure] = useState(false)
  const { send, sending, failure, clear } = useCommand(`residences.${step}`)
  const { title, help } = words.sure[step]
  const end = async () => {
    const answer = await send({ id: home.id })
    if (answer.ok) setSure(false)
  }
  return (
    <>
      <AppButton kind="line" wide onPress={() => setSure(true)}>
        {words.steps[step]}
      </AppButton>
      <Sheet
        id={`home-${step}`}
        title={title}
        open={sure}
        onClose={() => setSure(false)}
        act={{ words: words.steps[step], onPress: end, busy: sending }}
      >
        <View className="ld-body">{help}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </>
  )
}

function Renewal({ id }: { id: string }) {
  const { send, sending, failure, clear } = useCommand('residences.ask_renewal')
  return (
    <View className="ld-stack">
      <AppButton size="large" wide busy={sending} onPress={() => send({ id })}>
        {words.steps.ask_renewal}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

/** The home one has now, from the claim to the renewal. */
export function HomeCard({ home }: { home: Home }) {
  useFreshMe()
  const may = (step: Home['may'][number]) => home.may.includes(step)
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-tight">
          <View className="ld-xl">{home.buildingLabel}</View>
          <View className="ld-body ld-help">{words.since(home)}</View>
          <Tag tone={home.counts ? 'mine' : 'soon'} words={words.standing(home)} />
          <View className="ld-sm ld-help">{words.counts}</View>
        </View>
      </Card>
      {may('ask_renewal') && !home.renewal && <Renewal id={home.id} />}
      <Card>
        <Cell icon="home" title={words.house} onPress={() => go('house', { id: home.buildingId })} />
        <Cell icon="swap" title={words.moved} help={words.movedHelp} onPress={() => go('house')} />
      </Card>
      {may('withdraw') && <EndButton home={home} step="withdraw" />}
      {may('move_out') && <EndButton home={home} step="move_out" />}
    </View>
  )
}
