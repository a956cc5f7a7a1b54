import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../../components/icon'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { pressable, readable } from '../../../platform/accessible'
import { detail as words } from '../../../texts/detail'
import { problemAt } from '../../../texts/problems'
import { isSettled, useCommand } from '../../../use-command'
import type { ConcernDetail } from './concern-detail'
import styles from './detail.module.scss'

interface RatingSheetProps {
  concern: ConcernDetail
  open: boolean
  onClose: () => void
}

type Stars = keyof typeof words.rate.choices
const BEST_FIRST: readonly Stars[] = [5, 4, 3, 2, 1]
const LONGEST = 200

function Choices({ chosen, onChoose }: { chosen: Stars | undefined; onChoose: (stars: Stars) => void }) {
  return (
    <View className={styles.choices} {...readable('radiogroup', words.rate.label)}>
      {BEST_FIRST.map((stars) => (
        <View
          key={stars}
          className={stars === chosen ? `${styles.choice} ${styles.chosen}` : styles.choice}
          {...pressable(() => onChoose(stars), {
            role: 'radio',
            label: words.rate.choices[stars],
            chosen: stars === chosen,
          })}
        >
          <Text>{words.rate.choices[stars]}</Text>
          {stars === chosen && <Icon name="check" size={20} />}
        </View>
      ))}
    </View>
  )
}

/** 办好了: five answers in words, and a few words of one's own if one likes. */
export function RatingSheet({ concern, open, onClose }: RatingSheetProps) {
  const [stars, setStars] = useState<Stars>()
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState(false)
  const { send, sending, failure } = useCommand('concerns.confirm', concern.title)

  const choose = (chosen: Stars) => {
    setStars(chosen)
    setMissing(false)
  }
  const answer = async () => {
    if (!stars) return setMissing(true)
    const { id, version } = concern
    const answered = await send({ id, version, rating: { stars, words: said } })
    if (isSettled(answered)) onClose()
  }
  const wrong = problemAt(failure?.fields, 'rating.words')
  return (
    <Sheet
      id="rate"
      title={words.rate.title}
      open={open}
      onClose={onClose}
      act={{ words: words.rate.send, onPress: answer, busy: sending }}
    >
      <Choices chosen={stars} onChoose={choose} />
      {missing && (
        <View className={styles.missing} {...readable('alert')}>
          <Icon name="alert" size={16} />
          <Text>{words.rate.missing}</Text>
        </View>
      )}
      <TextArea
        id="rate-words"
        label={words.rate.words}
        optional
        value={said}
        onChange={setSaid}
        maxLength={LONGEST}
        error={wrong}
      />
      {failure && !wrong && <Refused failure={failure} onAct={answer} />}
    </Sheet>
  )
}
