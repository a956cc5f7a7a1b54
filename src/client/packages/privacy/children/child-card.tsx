import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { go } from '../../../platform/navigate'
import { momentWords } from '../../../texts/dates'
import { guardians, children as words } from '../../../texts/guardians'
import { useCommand } from '../../../use-command'

type Child = OutputOf<'children.mine'>['children'][number]
interface ChildProps {
  child: Child
}

/** One child: what was agreed to for him, and what may be done. */
export function ChildCard({ child }: ChildProps) {
  const { name, born, grown, matters } = child
  return (
    <Card>
      <View className="ld-stack">
        <View>
          <View className="ld-lg">{name}</View>
          <View className="ld-sm ld-help">{guardians.known(born.year, born.month)}</View>
          {matters > 0 && <View className="ld-sm ld-help">{words.matters(matters)}</View>}
        </View>
        {grown ? <HandOver child={child} /> : <ActFor child={child} />}
        <Remove child={child} />
      </View>
    </Card>
  )
}

function ActFor({ child: { id, name, purposes } }: ChildProps) {
  const { send, failure, clear } = useCommand('children.say')
  const reports = purposes.some(({ purpose, state }) => purpose === 'report' && state === 'given')
  return (
    <View className="ld-stack">
      {failure && <Refused failure={failure} onAct={clear} />}
      {purposes.map(({ purpose, state }) => (
        <SwitchRow
          key={purpose}
          title={words.purposes[purpose].title}
          help={words.purposes[purpose].help}
          on={state === 'given'}
          onChange={(given) => send({ id, purpose, given })}
        />
      ))}
      {reports && (
        <AppButton
          kind="soft"
          wide
          label={words.reportFor(name)}
          onPress={() => go('report', { child: id, childName: name })}
        >
          {words.report}
        </AppButton>
      )}
    </View>
  )
}

function HandOver({ child: { id, code } }: ChildProps) {
  const { send, sending, failure, clear } = useCommand('children.handOver')
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.grown}</View>
      {code && (
        <View>
          <View className="ld-lg">{words.code(code.words, momentWords(code.until, Date.now()))}</View>
          <View className="ld-sm ld-help">{words.codeHelp}</View>
        </View>
      )}
      {!code && (
        <AppButton kind="soft" wide busy={sending} onPress={() => send({ id })}>
          {words.handOver}
        </AppButton>
      )}
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function Remove({ child: { id, name } }: ChildProps) {
  const [sure, setSure] = useState(false)
  const { send, sending, failure, clear } = useCommand('children.remove')
  return (
    <View>
      <AppButton kind="line" wide label={`${words.remove}，${name}`} onPress={() => setSure(true)}>
        {words.remove}
      </AppButton>
      <Sheet
        id={`remove-child-${id}`}
        title={words.removeSure(name)}
        open={sure}
        onClose={() => setSure(false)}
        act={{ words: words.remove, onPress: () => send({ id }), busy: sending }}
      >
        <View className="ld-body">{words.removeHelp}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </Sheet>
    </View>
  )
}
