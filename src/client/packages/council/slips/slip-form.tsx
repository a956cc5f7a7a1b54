import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Said } from '#core/council/paper'
import { SLIP_CHANNELS, type SlipChannel } from '#core/council/slip'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chip } from '../../../components/chip'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { newKey } from '../../../platform/keys'
import { channelWords, slips as words } from '../../../texts/slips'
import { useCommand } from '../../../use-command'
import { ChoiceOnSlip } from './choice-on-slip'
import type { Slips } from './index'

const CHANNELS = SLIP_CHANNELS.map((value) => ({ value, words: channelWords[value] }))

/** Of a house its number will do, with or without the word after it: the unit of the roll that has no ballot yet. */
const unitOf = (missing: Slips['missing'], typed: string) =>
  missing.find(({ label }) => label === typed.trim() || label === words.plate(typed.trim()))

interface FormProps {
  poll: Slips['poll']
  missing: Slips['missing']
}

/** Which unit, how it came, what stands on it, and the slip itself. */
export function SlipForm(props: FormProps) {
  // What was typed is gone with the slip it was about.
  const [round, setRound] = useState(0)
  return <OneSlip key={round} {...props} onEntered={() => setRound(round + 1)} />
}

function OneSlip({ poll, missing, onEntered }: FormProps & { onEntered: () => void }) {
  const { id: pollId, slate, unitKind } = poll
  const [channel, setChannel] = useState<SlipChannel>('paper')
  const [typed, setTyped] = useState('')
  const [choice, setChoice] = useState<Said>()
  const [tried, setTried] = useState(false)
  const [salt] = useState(() => newKey())
  const pictures = useResultPhotos()
  const { send, sending, failure, clear } = useCommand('slips.enter')
  const unit = unitOf(missing, typed)
  const enter = async () => {
    setTried(true)
    if (!unit || !choice) return
    const photoIds = await pictures.settle()
    if (!photoIds || photoIds.length === 0) return
    const answer = await send({ pollId, unitId: unit.unitId, channel, choice, photoIds, salt })
    if (answer.ok) onEntered()
  }
  return (
    <Card>
      <View className="ld-stack">
        <Segmented label={words.channel} choices={CHANNELS} value={channel} onChoose={setChannel} />
        <TextInput
          id="slip-house"
          label={words.unit(unitKind)}
          hint={words.unitHint(unitKind)}
          value={typed}
          maxLength={40}
          error={tried && !unit ? words.noUnit(unitKind) : undefined}
          onChange={setTyped}
        />
        {unitKind !== 'building' && !unit && (
          <Likely missing={missing} typed={typed.trim()} onChoose={setTyped} />
        )}
        <ChoiceOnSlip slate={slate} value={choice} onChoose={setChoice} />
        {tried && !choice && <View className="ld-sm">{words.choose}</View>}
        <PhotosField
          id="slip-photos"
          label={words.photo[channel]}
          pictures={pictures}
          problem={tried && pictures.photos.length === 0 ? words.noPhoto : undefined}
        />
        {failure && <Refused failure={failure} onAct={clear} />}
        <View className="ld-sm ld-help">{words.fourEyes(unitKind)}</View>
        <AppButton wide busy={sending} onPress={enter}>
          {words.send}
        </AppButton>
      </View>
    </Card>
  )
}

/** As many as one looks through. */
const MOST_LIKELY = 8

interface LikelyProps {
  missing: Slips['missing']
  typed: string
  onChoose: (label: string) => void
}

/** Lines of a list are called by more than a number: those that hold what was typed are there to tap. */
function Likely({ missing, typed, onChoose }: LikelyProps) {
  const likely = typed === '' ? [] : missing.filter(({ label }) => label.includes(typed))
  if (likely.length === 0) return null
  return (
    <View className="ld-row ld-wrap" {...readable('group', words.found)}>
      {likely.slice(0, MOST_LIKELY).map(({ unitId, label }) => (
        <Chip key={unitId} words={label} chosen={false} onPress={() => onChoose(label)} />
      ))}
    </View>
  )
}
