import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Chain } from '../../../components/chain'
import { Page } from '../../../components/page'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { usePulledDown } from '../../../platform/scrolling'
import { goal as words } from '../../../texts/goals'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { GoalCard, type GoalView } from '../goal-card'

/** 办成了: a sentence and a photo. */
function ProveSheet({ goal: { id, version }, onClose }: { goal: GoalView; onClose: () => void }) {
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const [lacks, setLacks] = useState<string>()
  const pictures = useResultPhotos()
  const { send, sending, failure, clear } = useCommand('goals.prove')
  const press = async () => {
    const wrong = noteProblem(note)
    setProblem(wrong)
    setLacks(pictures.photos.length === 0 ? words.needsPhoto : undefined)
    if (wrong || pictures.photos.length === 0) return
    const photoIds = await pictures.settle()
    if (!photoIds) return
    const answer = await send({ id, version, note: note.trim(), photoIds })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="prove-goal"
      title={words.prove}
      open
      onClose={onClose}
      act={{ words: words.prove, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <WordsField
          id="goal-note"
          label={words.note}
          value={note}
          error={problem}
          maxLength={200}
          onChange={setNote}
        />
        <PhotosField id="goal-photos" label={words.photos} pictures={pictures} problem={lacks} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}

function GoalPageView({ goal }: { goal: GoalView }) {
  const [proving, setProving] = useState(false)
  return (
    <View className="ld-stack">
      <GoalCard goal={goal} />
      {goal.mayProve && (
        <AppButton size="large" wide onPress={() => setProving(true)}>
          {words.prove}
        </AppButton>
      )}
      <Chain kind="goal" id={goal.id} />
      {proving && <ProveSheet goal={goal} onClose={() => setProving(false)} />}
    </View>
  )
}

/** One goal of one week, and what it belongs to. */
export default function GoalPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('goals.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={4}>
        {(goal) => <GoalPageView goal={goal} />}
      </Answered>
    </Page>
  )
}
