import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { households as words } from '../../../texts/households'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { FoundSheet, JoinSheet, LeaveButton } from './household-sheets'

type Mine = NonNullable<OutputOf<'households.mine'>['household']>

function None() {
  const [open, setOpen] = useState<'found' | 'join'>()
  const close = () => setOpen(undefined)
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-body">{words.none}</View>
        <AppButton kind="soft" wide onPress={() => setOpen('found')}>
          {words.found}
        </AppButton>
        <AppButton kind="line" wide onPress={() => setOpen('join')}>
          {words.join}
        </AppButton>
        <FoundSheet open={open === 'found'} onClose={close} />
        <JoinSheet open={open === 'join'} onClose={close} />
      </View>
    </Card>
  )
}

function Member({ member }: { member: Mine['members'][number] }) {
  const { send, sending, failure, clear } = useCommand('households.choose')
  const { id, name, mine, speaks, wanted } = member
  return (
    <View className="ld-stack">
      <View className="ld-row ld-wrap">
        <View className="ld-md ld-grow">{mine ? `${name}（${words.me}）` : name}</View>
        {speaks && <Tag tone="mine" words={words.speaks} />}
        {wanted && !speaks && <Tag words={words.wanted} />}
      </View>
      {!wanted && (
        <AppButton kind="line" size="small" busy={sending} onPress={() => send({ id })}>
          {words.choose(name)}
        </AppButton>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function Waiting({ id, name }: Mine['waiting'][number]) {
  const { send, sending, failure, clear } = useCommand('households.admit')
  const answer = (admit: boolean) => {
    const said = admit ? words.yes : words.no
    return (
      <View className="ld-grow">
        <AppButton
          kind={admit ? 'soft' : 'line'}
          wide
          busy={sending}
          label={`${said}，${words.waiting(name)}`}
          onPress={() => send({ id, admit })}
        >
          {said}
        </AppButton>
      </View>
    )
  }
  return (
    <View className="ld-stack">
      <View className="ld-md">{words.waiting(name)}</View>
      <View className="ld-row">
        {answer(true)}
        {answer(false)}
      </View>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function Together({ mine }: { mine: Mine }) {
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-lg">{mine.room}</View>
        <View className="ld-sm ld-help">{words.codeIs(mine.code)}</View>
        {mine.members.map((member) => (
          <Member key={member.id} member={member} />
        ))}
        {mine.children.length > 0 && <View className="ld-body">{words.children(mine.children)}</View>}
        {mine.members.length > 1 && <View className="ld-sm ld-help">{words.chooseHelp}</View>}
        {mine.waiting.map((one) => (
          <Waiting key={one.id} {...one} />
        ))}
        <LeaveButton words={words.leave} />
      </View>
    </Card>
  )
}

/** 一家人: who lives with me, and who speaks for us. */
export function Household() {
  const { data } = useAsk('households.mine', {})
  if (!data) return null
  const { household } = data
  return (
    <Section title={words.title}>
      {!household && <None />}
      {household?.standing === 'asked' && (
        <Card>
          <View className="ld-stack">
            <View className="ld-body">{words.asked}</View>
            <LeaveButton words={words.cancel} />
          </View>
        </Card>
      )}
      {household?.standing === 'member' && <Together mine={household} />}
    </Section>
  )
}
