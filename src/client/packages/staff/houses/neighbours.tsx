import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { dateWords } from '../../../texts/dates'
import { houses as words } from '../../../texts/heads'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Claim = OutputOf<'residences.waiting'>['items'][number]

function ClaimRow({ claim }: { claim: Claim }) {
  const { send, sending, failure, clear } = useCommand('residences.answer')
  const say = (lives: boolean) => send({ id: claim.id, lives })
  return (
    <View>
      <Cell
        icon="me"
        title={`${claim.name}，${words.kinds[claim.kind]}`}
        help={words.since(dateWords(claim.since))}
      />
      <View className="ld-row">
        <View className="ld-grow">
          <AppButton
            kind="soft"
            wide
            busy={sending}
            label={`${words.lives}，${claim.name}`}
            onPress={() => say(true)}
          >
            {words.lives}
          </AppButton>
        </View>
        <View className="ld-grow">
          <AppButton
            kind="line"
            wide
            busy={sending}
            label={`${words.livesNot}，${claim.name}`}
            onPress={() => say(false)}
          >
            {words.livesNot}
          </AppButton>
        </View>
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

/** 认一认: people who say they live in this house, and whom nobody has vouched for. */
export function Neighbours({ buildingId }: { buildingId: string }) {
  const waiting = useAsk('residences.waiting', {})
  return (
    <Section title={words.confirm}>
      <Answered ask={waiting} rows={1}>
        {({ items }) => {
          const here = items.filter((one) => one.buildingId === buildingId)
          return (
            <Card>
              <View className="ld-body ld-help">
                {here.length === 0 ? words.confirmHelp(0) : words.confirmTitle}
              </View>
              {here.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} />
              ))}
            </Card>
          )
        }}
      </Answered>
    </Section>
  )
}
