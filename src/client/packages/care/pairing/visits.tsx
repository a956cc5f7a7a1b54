import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { dayOfWords, pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { PairingView } from './index'

type Visit = PairingView['visits'][number]

const stand = ({ confirmed }: Visit): string => {
  if (confirmed === null) return words.unsaid
  return confirmed ? words.came : words.notCame
}

interface VisitsProps {
  pairing: PairingView
  onSaid: () => void
}

/** Days on which somebody came. The household says whether he did; his words only the helper reads here. */
export function Visits({ pairing, onSaid }: VisitsProps) {
  const { id, visits, may, state } = pairing
  const { send, sending, failure, clear } = useCommand('pairings.confirm_visit')
  if (state !== 'active' && state !== 'ended') return null
  const say = async (visitId: string, came: boolean) => {
    if ((await send({ id, visitId, came })).ok) onSaid()
  }
  const asks = (visit: Visit) => may.includes('confirm') && visit.confirmed === null
  return (
    <Section title={words.visits}>
      <Card>
        {visits.length === 0 && <View className="ld-body ld-help">{words.noVisits}</View>}
        {visits.map((visit) => (
          <View key={visit.id} className="ld-tight">
            <Cell
              icon={visit.confirmed ? 'checkc' : 'home'}
              title={dayOfWords(visit.day)}
              help={asks(visit) ? words.youSay : [stand(visit), visit.note].filter(Boolean).join('。')}
            />
            {asks(visit) && (
              <View className="ld-row">
                <AppButton kind="soft" size="small" busy={sending} onPress={() => say(visit.id, true)}>
                  {words.yes}
                </AppButton>
                <AppButton kind="line" size="small" busy={sending} onPress={() => say(visit.id, false)}>
                  {words.no}
                </AppButton>
              </View>
            )}
          </View>
        ))}
      </Card>
      {failure && <Refused failure={failure} onAct={clear} />}
    </Section>
  )
}
