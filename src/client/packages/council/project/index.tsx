import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ProjectStepKind } from '#core/council/project'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Chain } from '../../../components/chain'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { Timeline } from '../../../components/timeline'
import { usePulledDown } from '../../../platform/scrolling'
import { motion as motionWords } from '../../../texts/council'
import { momentWords } from '../../../texts/dates'
import { projectStateWords } from '../../../texts/project-states'
import { projectStepWords, projects as words } from '../../../texts/projects'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { Milestones } from './milestones'
import { Money } from './money'
import type { ProjectView } from './project-view'
import { Signatures } from './signatures'
import { StepSheet } from './step-sheet'
import { TwoSides } from './two-sides'

function Front({ project }: { project: ProjectView }) {
  const { title, state, who, budgetFen, note, publicUntil } = project
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-row">
          <Tag words={projectStateWords[state]} tone={state === 'rework' ? 'soon' : 'mine'} />
        </View>
        <View className="ld-xl">{title}</View>
        <View className="ld-body">{words.who(who)}</View>
        <View className="ld-body">{words.budget(budgetFen)}</View>
        {note && <View className="ld-body">{note}</View>}
        {publicUntil !== null && <View className="ld-sm ld-help">{words.public(publicUntil)}</View>}
      </View>
    </Card>
  )
}

function Story({ project }: { project: ProjectView }) {
  const now = useNow()
  return (
    <Section title={words.timeline}>
      <Card>
        <Timeline
          happenings={project.timeline.map(({ seq, kind, at, by, note }) => ({
            key: seq,
            icon: 'doc',
            kind: by || words.clock,
            when: momentWords(at, now),
            title: words.event(kind),
            ...(note && { note }),
          }))}
        />
      </Card>
    </Section>
  )
}

function ProjectPageView({ project }: { project: ProjectView }) {
  const [step, setStep] = useState<ProjectStepKind>()
  const steps = project.may.filter((kind) => kind !== 'reach')
  return (
    <View className="ld-stack">
      <Front project={project} />
      <Signatures project={project} />
      <Milestones project={project} />
      <TwoSides project={project} />
      <Money project={project} />
      {steps.length > 0 && (
        <Section title={motionWords.deeds}>
          <View className="ld-stack">
            {steps.map((kind) => (
              <AppButton key={kind} kind="soft" wide onPress={() => setStep(kind)}>
                {projectStepWords[kind].name}
              </AppButton>
            ))}
          </View>
        </Section>
      )}
      <Chain kind="project" id={project.id} />
      <Story project={project} />
      {step && step !== 'reach' && (
        <StepSheet key={step} kind={step} project={project} onClose={() => setStep(undefined)} />
      )}
    </View>
  )
}

/** 落实: what a resolution has become, for everybody to follow to its end. */
export default function ProjectPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('projects.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(project) => <ProjectPageView project={project} />}
      </Answered>
    </Page>
  )
}
