import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { AssignSheet } from './assign-sheet'
import { EndSheet } from './end-sheet'
import type { PairingView } from './index'
import { RecordSheet } from './record-sheet'
import { VisitSheet } from './visit-sheet'

export interface StepProps {
  pairing: PairingView
  onDone: () => void
  onClose: () => void
}

const SHEETS = { visit: VisitSheet, assign: AssignSheet, record_consent: RecordSheet, end: EndSheet }
type Asked = keyof typeof SHEETS

/** 同意 and 不用了 are one tap each; the page has said what they mean. */
function Answers({ pairing, onDone }: Omit<StepProps, 'onClose'>) {
  const agree = useCommand('pairings.consent')
  const decline = useCommand('pairings.decline')
  const { id, version, may, helper } = pairing
  const step = { id, version }
  const done = async (answered: Promise<{ ok: boolean }>) => {
    if ((await answered).ok) onDone()
  }
  const failure = agree.failure ?? decline.failure
  return (
    <View className="ld-stack">
      {may.includes('consent') && (
        <View className="ld-tight">
          <View className="ld-body">{words.agreeHelp(helper ?? '')}</View>
          <AppButton size="large" wide busy={agree.sending} onPress={() => done(agree.send(step))}>
            {words.agree}
          </AppButton>
        </View>
      )}
      {may.includes('decline') && (
        <AppButton kind="line" wide busy={decline.sending} onPress={() => done(decline.send(step))}>
          {words.decline}
        </AppButton>
      )}
      {failure && <Refused failure={failure} onAct={onDone} />}
    </View>
  )
}

/** What the reader may do here, the nearest first; what asks for more than a tap opens a sheet. */
export function Deeds({ pairing, onDone }: Omit<StepProps, 'onClose'>) {
  const [asked, setAsked] = useState<Asked>()
  const Open = asked && SHEETS[asked]
  const offered = (['visit', 'assign', 'record_consent', 'end'] as const).filter((deed) =>
    pairing.may.includes(deed),
  )
  const names = { visit: words.visit, assign: words.assign, record_consent: words.record, end: words.end }
  return (
    <View className="ld-stack">
      <Answers pairing={pairing} onDone={onDone} />
      {offered.map((deed) => (
        <AppButton key={deed} kind={deed === 'end' ? 'line' : 'primary'} wide onPress={() => setAsked(deed)}>
          {names[deed]}
        </AppButton>
      ))}
      {Open && (
        <Open
          pairing={pairing}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined)
            onDone()
          }}
        />
      )}
    </View>
  )
}
