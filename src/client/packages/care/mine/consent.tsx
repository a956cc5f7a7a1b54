import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { myHardship as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import type { Mine } from './index'

/** 同不同意: asked of the person himself when somebody else opened it. */
export function Consent({ item, onDone }: { item: Mine; onDone: () => void }) {
  const { send, sending, failure } = useCommand('hardship.consent')
  const { id, version } = item
  const say = async (given: boolean) => {
    if ((await send({ id, version, given })).ok) onDone()
  }
  return (
    <View className="ld-tight">
      <View className="ld-md ld-bold">{words.toConsent}</View>
      <View className="ld-body">{words.toConsentHelp}</View>
      <AppButton size="large" wide busy={sending} onPress={() => say(true)}>
        {words.yes}
      </AppButton>
      <AppButton kind="line" wide busy={sending} onPress={() => say(false)}>
        {words.no}
      </AppButton>
      {failure && <Refused failure={failure} onAct={onDone} />}
    </View>
  )
}
