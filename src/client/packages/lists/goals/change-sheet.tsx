import { View } from '@tarojs/components'
import { useState } from 'react'
import { periodWith } from '#core/evaluation/period'
import { Answered } from '../../../components/answered'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { PhotosField } from '../../../components/photos-field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { type ResultPhotos, useResultPhotos } from '../../../components/staff-actions/use-result-photos'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { goals, change as words } from '../../../texts/goals'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { AboutField, useAbout } from './about'

function problemOf(title: string, sides: ResultPhotos[]): string | undefined {
  if (title.trim().length < 4) return words.wrong
  return sides.every(({ photos }) => photos.length > 0) ? undefined : words.needsBoth
}

interface ProjectProps {
  gridPath: string
  chosen: string | null
  onChoose: (id: string | null) => void
}

/** The grid's projects that there is something to be seen of; a second tap takes the choice back. */
function ProjectField({ gridPath, chosen, onChoose }: ProjectProps) {
  const asked = useAsk('projects.of_grid', { gridPath })
  if (asked.data?.items.length === 0) return null
  return (
    <Field id="change-project" label={words.project}>
      <Answered ask={asked} rows={1}>
        {({ items }) => (
          <View className="ld-row ld-wrap" {...readable('group', words.project)}>
            {items.map(({ id, title }) => (
              <Chip
                key={id}
                words={title}
                chosen={id === chosen}
                onPress={() => onChoose(id === chosen ? null : id)}
              />
            ))}
          </View>
        )}
      </Answered>
    </Field>
  )
}

/** 写一个小变化: before, after, the concern and the project it grew out of. */
export function ChangeSheet({ gridPath, onClose }: { gridPath: string; onClose: () => void }) {
  const now = useNow()
  const [title, setTitle] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const before = useResultPhotos()
  const after = useResultPhotos()
  const about = useAbout()
  const [projectId, setProjectId] = useState<string | null>(null)
  const { send, sending, failure, clear } = useCommand('changes.tell')
  const press = async () => {
    const wrong = problemOf(title, [before, after])
    setProblem(wrong)
    const concernId = wrong ? undefined : await about.find()
    if (concernId === undefined) return
    const pictures = { before: await before.settle(), after: await after.settle() }
    if (!pictures.before || !pictures.after) return
    const answer = await send({
      gridPath,
      month: periodWith(now),
      title: title.trim(),
      words: said.trim(),
      before: pictures.before,
      after: pictures.after,
      concernIds: concernId === null ? [] : [concernId],
      projectIds: projectId === null ? [] : [projectId],
    })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="tell-change"
      title={goals.tell}
      open
      onClose={onClose}
      act={{ words: words.tell, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="change-title"
          {...words.name}
          value={title}
          maxLength={30}
          error={problem}
          onChange={setTitle}
        />
        <TextArea
          id="change-words"
          {...words.words}
          value={said}
          maxLength={300}
          optional
          onChange={setSaid}
        />
        <PhotosField id="change-before" label={words.before} pictures={before} />
        <PhotosField id="change-after" label={words.after} pictures={after} />
        <AboutField id="change-about" value={about.no} problem={about.problem} onChange={about.setNo} />
        <ProjectField gridPath={gridPath} chosen={projectId} onChoose={setProjectId} />
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}
