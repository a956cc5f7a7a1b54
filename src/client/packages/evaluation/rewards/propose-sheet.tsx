import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { monthWords, rewards as words } from '../../../texts/evaluation'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Listed = OutputOf<'scores.list'>
type Item = Listed['groups'][number]['items'][number]

interface ProposeSheetProps {
  gridPath: string
  onClose: () => void
  onSent: () => void
}

const withStars = (listed: Listed | undefined, stars: Item['stars']): Item[] =>
  (listed?.groups[0]?.items ?? []).filter((one) => one.stars === stars)

const YUAN = /^\d{1,5}$/
const isYuan = (text: string) => YUAN.test(text) && Number(text) <= 10_000

/** So many fen for each card; nobody gets nothing written down. */
const each = (items: Item[], yuan: string) =>
  Number(yuan) > 0 ? items.map(({ id }) => ({ lifeId: id, amount: Number(yuan) * 100 })) : []

/** 提出奖励: by grade, for the month published last. */
export function ProposeSheet({ gridPath, onClose, onSent }: ProposeSheetProps) {
  const list = useAsk('scores.list', { kind: 'head', gridPath })
  const [five, setFive] = useState('200')
  const [four, setFour] = useState('0')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure, clear } = useCommand('rewards.propose')
  const [best, good] = [withStars(list.data, 5), withStars(list.data, 4)]
  const press = async () => {
    const period = list.data?.period
    if (!isYuan(five) || !isYuan(four)) return setProblem(words.wrong)
    const items = [...each(best, five), ...each(good, four)]
    if (!period || items.length === 0) return setProblem(words.nobody)
    const title = words.name(monthWords(period))
    const answer = await send({ gridPath, period, title, unit: 'fen', items })
    if (answer.ok) onSent()
  }
  return (
    <Sheet
      id="reward-propose"
      title={words.proposeTitle}
      open
      onClose={onClose}
      act={{ words: words.propose, onPress: press, busy: sending }}
    >
      <Answered ask={list} rows={1}>
        {({ period }) => (
          <View className="ld-body">
            {period ? words.proposeHelp(monthWords(period), best.length, good.length) : words.nobody}
          </View>
        )}
      </Answered>
      <TextInput
        id="reward-five"
        label={words.five}
        type="number"
        maxLength={5}
        value={five}
        onChange={setFive}
      />
      <TextInput
        id="reward-four"
        label={words.four}
        hint={words.fourHint}
        type="number"
        maxLength={5}
        value={four}
        error={problem}
        onChange={setFour}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
