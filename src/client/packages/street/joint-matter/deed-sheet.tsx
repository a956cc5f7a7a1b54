import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Party } from '#core/joint/matter'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
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
    busy: sign.sending || back.sending || cancel.sending,
    failure: sign.failure ?? back.failure ?? cancel.failure,
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
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const { busy, failure, send } = useDeed(props)
  const isSilent = deed.kind === 'sign'
  const press = async () => {
    const wrong = isSilent ? undefined : noteProblem(said)
    setProblem(wrong)
    if (wrong) return
    const answer = await send(said.trim())
    if (answer.ok) onDone()
  }
  const title = titleOf(deed, matter)
  return (
    <Sheet id="joint-deed" title={title} open onClose={onClose} act={{ words: title, onPress: press, busy }}>
      <View className="ld-body">{HELP[deed.kind]}</View>
      <WordsField
        id="joint-words"
        label={isSilent ? words.signLabel : words.reason}
        value={said}
        error={problem}
        optional={isSilent}
        maxLength={isSilent ? 200 : 500}
        onChange={setSaid}
      />
      {failure && <Refused failure={failure} />}
    </Sheet>
  )
}
