import { useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { pairings as words } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { HelperChoice } from '../helper-choice'
import type { StepProps } from './deeds'

/** 定谁去: for a household a head has told of. */
export function AssignSheet({ pairing, onDone, onClose }: StepProps) {
  const [helperId, setHelperId] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('pairings.assign')
  const assign = async () => {
    setTried(true)
    if (helperId === undefined) return
    const { id, version } = pairing
    if ((await send({ id, version, helperId })).ok) onDone()
  }
  return (
    <Sheet
      id="pairing-assign"
      title={words.assign}
      open
      onClose={onClose}
      act={{ words: words.assign, onPress: assign, busy: sending }}
    >
      <HelperChoice
        buildingId={pairing.buildingId}
        chosenId={helperId}
        onChoose={setHelperId}
        problem={tried && !helperId ? words.noHelper : undefined}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
