import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { call } from '../../../call'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TableChoice } from '../../../components/table-choice'
import { TableProblems } from '../../../components/table-problems'
import type { ChosenFile } from '../../../platform/files'
import { fileProblem, bodies as words } from '../../../texts/bodies'
import { tableFiles } from '../../../texts/table-files'
import { useCommand } from '../../../use-command'
import type { Body } from './index'

type Looked = OutputOf<'bodies.checkFile'>

/** The file that was chosen and what it would do; another one takes the old answer off the screen. */
function useLooked(councilId: string) {
  const [file, setFile] = useState<ChosenFile>()
  const [looked, setLooked] = useState<Looked>()
  const { send, sending, failure } = useCommand('bodies.checkFile')
  const look = async (chosen: ChosenFile) => {
    setFile(chosen)
    setLooked(undefined)
    const answer = await send({ councilId, file: chosen })
    if (answer.ok) setLooked(answer.data)
  }
  return { file, looked, look, looking: sending, failure }
}

function Told({ looked }: { looked: Looked }) {
  const { problems, more, entered, same } = looked
  if (problems.length > 0) return <TableProblems lines={problems.map(fileProblem)} more={more} />
  if (entered + same === 0) return <Notice urgent title={words.fileEmpty} />
  return (
    <Notice
      icon="check"
      title={entered > 0 ? tableFiles.fine : tableFiles.nothing}
      help={words.fileCounts(entered, same)}
    />
  )
}

/** 导入一份表: what it would do is told first; then every line comes in, or none. */
export function FileSheet({ body, onClose }: { body: Body; onClose: () => void }) {
  const { file, looked, look, looking, failure: unseen } = useLooked(body.id)
  const { send, sending, failure, clear } = useCommand('bodies.enterFile')
  const press = async () => {
    if (file && (await send({ councilId: body.id, file })).ok) onClose()
  }
  const isReady = looked !== undefined && looked.problems.length === 0 && looked.entered > 0
  const choose = (chosen: ChosenFile) => {
    clear()
    return look(chosen)
  }
  return (
    <Sheet
      id="body-file"
      title={words.file}
      open
      onClose={onClose}
      act={isReady ? { words: tableFiles.apply, onPress: press, busy: sending } : undefined}
    >
      <View className="ld-stack">
        <TableChoice
          file={file}
          busy={looking}
          onChoose={choose}
          template={() => call('bodies.template', { kind: body.kind })}
        />
        {looked && <Told looked={looked} />}
        {unseen && <Refused failure={unseen} />}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
