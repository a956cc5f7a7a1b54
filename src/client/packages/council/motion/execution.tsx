import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Sheet } from '../../../components/sheet'
import { TextInput } from '../../../components/text-input'
import { go } from '../../../platform/navigate'
import { projectStateWords } from '../../../texts/project-states'
import { projects as words } from '../../../texts/projects'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import type { MotionView } from './motion-view'

/** 落实: on to the project a resolution became, or for whoever may, its beginning. */
export function Execution({ motion }: { motion: MotionView }) {
  const [beginning, setBeginning] = useState(false)
  const { project, may } = motion
  const begins = may.includes('begin')
  if (!project && !begins) return null
  return (
    <Section title={words.title}>
      {project ? (
        <Card>
          <Cell
            icon="flag"
            title={words.open}
            help={projectStateWords[project.state]}
            onPress={() => go('project', { id: project.id })}
          />
        </Card>
      ) : (
        <AppButton wide onPress={() => setBeginning(true)}>
          {words.begin}
        </AppButton>
      )}
      {beginning && <BeginSheet motion={motion} onClose={() => setBeginning(false)} />}
    </Section>
  )
}

const PLACES = [0, 1, 2, 3] as const
const SHORTEST = 2

function BeginSheet({ motion, onClose }: { motion: MotionView; onClose: () => void }) {
  const now = useNow()
  const [titles, setTitles] = useState<string[]>(PLACES.map(() => ''))
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('projects.begin')
  const said = titles.map((title) => title.trim()).filter((title) => title.length >= SHORTEST)
  const begin = async () => {
    setTried(true)
    if (said.length === 0) return
    const answer = await send({
      id: motion.id,
      version: motion.version,
      milestones: spread(said, now, motion),
    })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="begin"
      title={words.begin}
      open
      onClose={onClose}
      act={{ words: words.begin, onPress: begin, busy: sending }}
    >
      <View className="ld-stack">
        <View className="ld-body">{words.beginWhat}</View>
        {PLACES.map((place) => (
          <TextInput
            key={place}
            id={`milestone-${place}`}
            label={words.beginStep(place + 1)}
            hint={words.beginHint}
            value={titles[place] ?? ''}
            maxLength={40}
            error={tried && said.length === 0 && place === 0 ? words.noStep : undefined}
            onChange={(title) => setTitles(titles.map((one, at) => (at === place ? title : one)))}
          />
        ))}
        <View className="ld-sm ld-help">{words.beginDue}</View>
        {failure && <Refused failure={failure} onAct={clear} />}
      </View>
    </Sheet>
  )
}

/** Steps in equal parts of the time until the day the motion itself named. */
function spread(titles: string[], now: number, { byWhen }: MotionView) {
  const whole = Math.max(byWhen - now, titles.length)
  return titles.map((title, at) => ({
    title,
    dueAt: now + Math.floor((whole * (at + 1)) / titles.length),
  }))
}
