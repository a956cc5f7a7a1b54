import { View } from '@tarojs/components'
import type { Party } from '#core/joint/matter'
import { ReasonSheet } from '../../../components/reason-sheet'
import { partyWords, joint as words } from '../../../texts/joint'
import { useCommand } from '../../../use-command'
import type { Matter } from './index'

export type Deed = { kind: 'sign' | 'return'; party: Party } | { kind: 'cancel' }

interface DeedSheetProps {
  matter: Matter
  deed: Deed
  onDone: () => void
  onClose: () => void
}

const titleOf = (deed: Deed, { owners }: Matter): string => {
  if (deed.kind === 'cancel') return words.cancel
  return (deed.kind === 'sign' ? words.sign : words.returnIt)(partyWords(deed.party, owners))
}

const HELP = { sign: words.signHelp, return: words.returnHelp, cancel: words.cancelHelp }

function useDeed({ matter, deed }: DeedSheetProps) {
  const sign = useCommand('joint.sign')
  const back = useCommand('joint.return')
  const cancel = useCommand('joint.cancel')
  const { id, version } = matter
  return {
    command: { sign, return: back, cancel }[deed.kind],
    send: (said: string) => {
      if (deed.kind === 'cancel') return cancel.send({ id, version, reason: said })
      const { party } = deed
      if (deed.kind === 'sign') return sign.send({ id, version, party, note: said })
      return back.send({ id, version, party, reason: said })
    },
  }
}

/** Signing needs no words; to return a matter, or to call it off, does. */
export function DeedSheet(props: DeedSheetProps) {
  const { matter, deed, onDone, onClose } = props
  const { command, send } = useDeed(props)
  const isSilent = deed.kind === 'sign'
  const title = titleOf(deed, matter)
  return (
    <ReasonSheet
      id="joint-deed"
      title={title}
      act={title}
      field={{
        ...{ id: 'joint-words', label: isSilent ? words.signLabel : words.reason },
        ...{ optional: isSilent, maxLength: isSilent ? 200 : 500 },
      }}
      command={command}
      onSend={async (said) => (await send(said.trim())).ok}
      onClose={onClose}
      onDone={onDone}
    >
      <View className="ld-body">{HELP[deed.kind]}</View>
    </ReasonSheet>
  )
}
