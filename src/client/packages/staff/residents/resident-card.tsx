import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Tag } from '../../../components/tag'
import { residents as words } from '../../../texts/residences'
import { useCommand } from '../../../use-command'
import type { Reasoned } from './why-not-sheet'

export type Resident = OutputOf<'residences.list'>['items'][number]

interface ResidentCardProps {
  resident: Resident
  /** A no needs a reason, which is asked on a sheet. */
  onReason: (reasoned: Reasoned) => void
}

type Yes = 'confirm' | 'renew'
const YES: readonly Yes[] = ['confirm', 'renew']
const NO: readonly Reasoned['step'][] = ['refuse', 'report']

function YesButton({ resident, step }: { resident: Resident; step: Yes }) {
  const { send, sending, failure, clear } = useCommand(`residences.${step}`, resident.buildingLabel)
  const { id, name } = resident
  return (
    <View className="ld-grow">
      <AppButton
        kind="soft"
        wide
        busy={sending}
        label={`${words.steps[step]}，${name}`}
        onPress={() => send({ id })}
      >
        {words.steps[step]}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

/** One neighbour: what he says of himself, and yes or no. */
export function ResidentCard({ resident, onReason }: ResidentCardProps) {
  const { id, name, buildingLabel, renewal, until, may } = resident
  const yes = YES.filter((step) => may.includes(step))
  const no = NO.filter((step) => may.includes(step))
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-tight">
          <View className="ld-lg">{`${buildingLabel}，${name}`}</View>
          <View className="ld-sm ld-help">{words.fact(resident)}</View>
          {renewal && <Tag tone="soon" words={words.renewal} />}
          {until !== null && <View className="ld-sm ld-help">{words.until(until)}</View>}
        </View>
        <View className="ld-row">
          {yes.map((step) => (
            <YesButton key={step} resident={resident} step={step} />
          ))}
          {no.map((step) => (
            <View key={step} className="ld-grow">
              <AppButton
                kind="line"
                wide
                label={`${words.steps[step]}，${name}`}
                onPress={() => onReason({ id, name, step })}
              >
                {words.steps[step]}
              </AppButton>
            </View>
          ))}
        </View>
      </View>
    </Card>
  )
}
