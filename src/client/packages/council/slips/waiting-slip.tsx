import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Said } from '#core/council/paper'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Picture } from '../../../components/picture'
import { Refused } from '../../../components/refused'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { newKey } from '../../../platform/keys'
import { photoAddress } from '../../../platform/media'
import { channelWords, slips as words } from '../../../texts/slips'
import { useCommand } from '../../../use-command'
import { ChoiceOnSlip } from './choice-on-slip'
import type { Slip, Slips } from './index'
import styles from './slips.module.scss'

/** A slip that waits: its photo, and the second pair of eyes. What the first one entered is shown to nobody. */
export function WaitingSlip({ slip, poll }: { slip: Slip; poll: Slips['poll'] }) {
  return (
    <Card>
      <View className="ld-stack">
        <View className="ld-row ld-between ld-wrap">
          <View className="ld-lg">{slip.label}</View>
          <View className="ld-sm ld-help">{words.by(channelWords[slip.channel], slip.enteredBy)}</View>
        </View>
        {slip.photos.map(({ id, url }, at) => (
          <Picture
            key={id}
            className={styles.photo}
            src={photoAddress(url)}
            mode="widthFix"
            words={words.picture(slip.label, at + 1)}
          />
        ))}
        {slip.mine && <View className="ld-body ld-help">{words.another}</View>}
        {!slip.mine && poll.isOpen && <SecondLook slip={slip} slate={poll.slate} />}
      </View>
    </Card>
  )
}

interface LookProps {
  slip: Slip
  slate: Slips['poll']['slate']
}

function SecondLook({ slip: { id, label }, slate }: LookProps) {
  const [choice, setChoice] = useState<Said>()
  const [note, setNote] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [salt] = useState(() => newKey())
  const confirm = useCommand('slips.confirm')
  const refuse = useCommand('slips.refuse')
  const say = async () => {
    setProblem(choice ? undefined : words.choose)
    if (choice) await confirm.send({ id, choice, salt })
  }
  const sendBack = async () => {
    if (note === undefined) return setNote('')
    const wrong = noteProblem(note)
    setProblem(wrong)
    if (!wrong) await refuse.send({ id, note })
  }
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.read}</View>
      <ChoiceOnSlip slate={slate} value={choice} onChoose={setChoice} />
      {note !== undefined && (
        <WordsField id={`refuse-${id}`} label={words.why} value={note} error={problem} onChange={setNote} />
      )}
      {note === undefined && problem && <View className="ld-sm">{problem}</View>}
      {confirm.failure && <Refused failure={confirm.failure} onAct={confirm.clear} />}
      {refuse.failure && <Refused failure={refuse.failure} onAct={refuse.clear} />}
      <AppButton wide busy={confirm.sending} onPress={say}>
        {words.confirm(label)}
      </AppButton>
      <AppButton kind="line" wide busy={refuse.sending} onPress={sendBack}>
        {words.refuse(label)}
      </AppButton>
    </View>
  )
}
