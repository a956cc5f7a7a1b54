import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProjectStepKind } from '#core/council/project'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { noteProblem, WordsField } from '../../../components/staff-actions/words-field'
import { projectStepWords, projects as words } from '../../../texts/projects'
import { useCommand } from '../../../use-command'
import type { ProjectView } from './project-view'

interface StepProps {
  kind: Exclude<ProjectStepKind, 'reach'>
  project: ProjectView
  onClose: () => void
}

/** 钱到齐了, 开工, 做完了: with the photos that show it. */
export function StepSheet({ kind, project: { id, version }, onClose }: StepProps) {
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const pictures = useResultPhotos()
  const fund = useCommand('projects.fund')
  const start = useCommand('projects.start')
  const finish = useCommand('projects.finish')
  const { name, what } = projectStepWords[kind]
  const { failure, clear, sending } = { fund, start, finish }[kind]
  const act = async () => {
    const wrong = kind === 'finish' ? noteProblem(note) : undefined
    setProblem(wrong)
    const photoIds = wrong ? undefined : await pictures.settle()
    if (!photoIds) return
    const answer = await {
      fund: () => fund.send({ id, version }),
      start: () => start.send({ id, version, photoIds }),
      finish: () => finish.send({ id, version, note, photoIds }),
    }[kind]()
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="project-step"
      title={name}
      open
      onClose={onClose}
      act={{ words: name, onPress: act, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{what}</View>
        {kind !== 'fund' && (
          <PhotosField
            id="project-photos"
            label={kind === 'start' ? words.before : words.after}
            pictures={pictures}
          />
        )}
        {kind === 'finish' && (
          <WordsField id="project-note" label={words.note} value={note} error={problem} onChange={setNote} />
        )}
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
