import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { pasteHint, bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import type { Body } from './index'

type Problems = OutputOf<'bodies.enterAll'>['problems']

/** 一次添很多行, as they stand in a table or a chat: all of them come in, or none and each reason. */
export function PasteSheet({ body, onClose }: { body: Body; onClose: () => void }) {
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<Problems>([])
  const [isPressed, setPressed] = useState(false)
  const { send, sending, failure, clear } = useCommand('bodies.enterAll')
  const press = async () => {
    setPressed(true)
    if (text.trim() === '') return
    const answer = await send({ councilId: body.id, text })
    if (!answer.ok) return
    setProblems(answer.data.problems)
    if (answer.data.problems.length === 0) onClose()
  }
  return (
    <Sheet
      id="body-paste"
      title={words.paste}
      open
      onClose={onClose}
      act={{ words: words.save, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextArea
          id="paste-lines"
          label={words.pasteLines}
          hint={pasteHint(body.kind)}
          value={text}
          maxLength={12_000}
          error={isPressed && text.trim() === '' ? words.pasteNothing : undefined}
          onChange={setText}
        />
        {problems.length > 0 && <Notice urgent icon="alert" title={words.pasteWrong(problems.length)} />}
        {problems.map(({ row, problem }) => (
          <View key={row} className="ld-body">
            {words.pasteProblem(row, problem)}
          </View>
        ))}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
