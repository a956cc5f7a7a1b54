import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { projects as words } from '../../../texts/projects'
import { useCommand } from '../../../use-command'
import type { ProjectView } from './project-view'

type Unit = ProjectView['toSign'][number]

const labelsOf = (units: readonly Unit[]): string => units.map(({ label }) => label).join('、')

/** 验收: which units say it is done, which say it is not, and the reader's own word. */
export function Signatures({ project }: { project: ProjectView }) {
  const [sendingBack, setSendingBack] = useState<Unit>()
  const { send, sending, failure, clear } = useCommand('projects.sign')
  const { id, state, acceptedBy, returnedBy, needed, unitKind, toSign } = project
  if (state !== 'to_accept' && acceptedBy.length === 0) return null
  return (
    <Section title={words.sign}>
      <Card>
        <View className="ld-tight">
          <View className="ld-md">{words.signed(acceptedBy.length, needed, unitKind)}</View>
          {acceptedBy.length > 0 && <View className="ld-body">{words.signedBy(labelsOf(acceptedBy))}</View>}
          {returnedBy.length > 0 && <View className="ld-body">{words.returnedBy(labelsOf(returnedBy))}</View>}
        </View>
      </Card>
      {failure && <Refused failure={failure} onAct={clear} />}
      <View className="ld-stack">
        {toSign.map((unit) => (
          <View key={unit.unitId} className="ld-stack">
            <AppButton
              wide
              busy={sending}
              onPress={() => send({ id, unitId: unit.unitId, good: true, words: '' })}
            >
              {words.good(unit.label)}
            </AppButton>
            <AppButton kind="line" wide onPress={() => setSendingBack(unit)}>
              {words.bad(unit.label)}
            </AppButton>
          </View>
        ))}
      </View>
      {sendingBack && (
        <BackSheet project={project} unit={sendingBack} onClose={() => setSendingBack(undefined)} />
      )}
    </Section>
  )
}

interface BackProps {
  project: Pick<ProjectView, 'id' | 'needed' | 'unitKind'>
  unit: Unit
  onClose: () => void
}

function BackSheet({ project: { id, needed, unitKind }, unit, onClose }: BackProps) {
  const { unitId, label } = unit
  const command = useCommand('projects.sign')
  return (
    <ReasonSheet
      id="send-back"
      title={words.bad(label)}
      act={words.send}
      field={{ id: 'send-back-words', label: words.badWhy, maxLength: 200 }}
      command={command}
      onSend={async (said) => (await command.send({ id, unitId, good: false, words: said })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{words.badWhat(needed, unitKind)}</View>
    </ReasonSheet>
  )
}
