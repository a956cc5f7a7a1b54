import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Said } from '#core/council/paper'
import { SLIP_CHANNELS, type SlipChannel } from '#core/council/slip'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextInput } from '../../../components/text-input'
import { newKey } from '../../../platform/keys'
import { channelWords, slips as words } from '../../../texts/slips'
import { useCommand } from '../../../use-command'
import { ChoiceOnSlip } from './choice-on-slip'
import type { Slips } from './index'

const CHANNELS = SLIP_CHANNELS.map((value) => ({ value, words: channelWords[value] }))

/** Its number, with or without the word after it: the house of the roll that has no ballot yet. */
const houseOf = (missing: Slips['missing'], typed: string) =>
  missing.find(({ label }) => label === typed.trim() || label === words.plate(typed.trim()))

interface FormProps {
  pollId: string
  slate: Slips['poll']['slate']
  missing: Slips['missing']
}

/** Which house, how it came, what stands on it, and the slip itself. */
export function SlipForm(props: FormProps) {
  // What was typed is gone with the slip it was about.
  const [round, setRound] = useState(0)
  return <OneSlip key={round} {...props} onEntered={() => setRound(round + 1)} />
}

function OneSlip({ pollId, slate, missing, onEntered }: FormProps & { onEntered: () => void }) {
  const [channel, setChannel] = useState<SlipChannel>('paper')
  const [typed, setTyped] = useState('')
  const [choice, setChoice] = useState<Said>()
  const [tried, setTried] = useState(false)
  const [salt] = useState(() => newKey())
  const pictures = useResultPhotos()
  const { send, sending, failure, clear } = useCommand('slips.enter')
  const house = houseOf(missing, typed)
  const enter = async () => {
    setTried(true)
    if (!house || !choice) return
    const photoIds = await pictures.settle()
    if (!photoIds || photoIds.length === 0) return
    const answer = await send({ pollId, unitId: house.unitId, channel, choice, photoIds, salt })
    if (answer.ok) onEntered()
  }
  return (
    <Card>
      <View className="ld-stack">
        <Segmented label={words.channel} choices={CHANNELS} value={channel} onChoose={setChannel} />
        <TextInput
          id="slip-house"
          label={words.house}
          hint={words.houseHint}
          value={typed}
          maxLength={12}
          error={tried && !house ? words.noHouse : undefined}
          onChange={setTyped}
        />
        <ChoiceOnSlip slate={slate} value={choice} onChoose={setChoice} />
        {tried && !choice && <View className="ld-sm">{words.choose}</View>}
        <PhotosField
          id="slip-photos"
          label={words.photo[channel]}
          pictures={pictures}
          problem={tried && pictures.photos.length === 0 ? words.noPhoto : undefined}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
        <View className="ld-sm ld-help">{words.fourEyes}</View>
        <AppButton wide busy={sending} onPress={enter}>
          {words.send}
        </AppButton>
      </View>
    </Card>
  )
}
