import { View } from '@tarojs/components'
import { useState } from 'react'
import { saysLittle } from '#core/council/opinion'
import { CHOICES, type Choice } from '#core/council/tally'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { newKey } from '../../../platform/keys'
import { choiceWords } from '../../../texts/council'
import { opinions as words } from '../../../texts/opinions'
import { useCommand } from '../../../use-command'
import type { BallotView, MotionView } from './motion-view'

type Opinion = NonNullable<MotionView['opinion']>

/** 居民意见: beside the vote, never in it. */
export function OpinionsCard({ motion: { opinion, ballot, unitKind } }: { motion: MotionView }) {
  if (!opinion || !ballot) return null
  const { residents, saying, sums } = opinion
  return (
    <Section title={words.title} aside={words.saying(saying, residents)}>
      <Card>
        <View className="ld-stack">
          <View className="ld-sm ld-help">{words.apart(unitKind)}</View>
          {sums && (
            <View className="ld-row ld-wrap">
              {CHOICES.map((choice) => (
                <View key={choice} className="ld-md">{`${choiceWords[choice]} ${sums[choice]}`}</View>
              ))}
            </View>
          )}
          {sums && saysLittle(saying, residents) && <View className="ld-body">{words.few}</View>}
          {opinion.maySay && <Say opinion={opinion} ballot={ballot} />}
        </View>
      </Card>
    </Section>
  )
}

const CHOICES_SAID = CHOICES.map((value) => ({ value, words: choiceWords[value] }))

function Say({ opinion: { said }, ballot }: { opinion: Opinion; ballot: BallotView }) {
  const [choice, setChoice] = useState<Choice>()
  const [salt] = useState(() => newKey())
  const { send, sending, failure, clear } = useCommand('opinions.say')
  const say = () => choice && send({ pollId: ballot.id, choice, salt })
  return (
    <View className="ld-stack">
      {said && <Notice icon="checkc" title={words.said} help={words.change} />}
      <Segmented<Choice | ''>
        label={words.mine}
        choices={CHOICES_SAID}
        value={choice ?? ''}
        onChoose={(one) => one !== '' && setChoice(one)}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
      <AppButton kind="soft" wide busy={sending} onPress={say}>
        {words.say}
      </AppButton>
    </View>
  )
}
