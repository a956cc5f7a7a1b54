import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { ReasonSheet } from '../../../components/reason-sheet'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { task as words } from '../../../texts/volunteers'
import { useCommand } from '../../../use-command'
import type { TaskView } from './task-view'

/** What whoever leads or publishes a task can do with it now. */
export function Deeds({ task }: { task: TaskView }) {
  const { id, version, may } = task
  const [cancelling, setCancelling] = useState(false)
  const publishing = useCommand('tasks.publish')
  if (may.length === 0) return null
  return (
    <Section title={words.deeds}>
      <View className="ld-stack">
        {may.includes('publish') && (
          <AppButton wide busy={publishing.sending} onPress={() => publishing.send({ id, version })}>
            {words.publish}
          </AppButton>
        )}
        {publishing.failure && <Refused failure={publishing.failure} onAct={publishing.clear} />}
        {may.includes('lead') && (
          <AppButton kind="soft" icon="scan" wide onPress={() => go('leadTask', { id })}>
            {words.lead}
          </AppButton>
        )}
        {may.includes('change') && (
          <AppButton kind="soft" wide onPress={() => go('writeTask', { id })}>
            {words.change}
          </AppButton>
        )}
        {may.includes('go_on') && <GoOn task={task} />}
        {may.includes('cancel') && (
          <AppButton kind="line" wide onPress={() => setCancelling(true)}>
            {words.cancelTask}
          </AppButton>
        )}
        {cancelling && <CancelSheet task={task} onClose={() => setCancelling(false)} />}
      </View>
    </Section>
  )
}

/** 再续一季: a series ends by itself unless somebody still wants it. */
function GoOn({ task: { id, version, repeats } }: { task: TaskView }) {
  const { send, sending, failure, clear } = useCommand('tasks.go_on')
  return (
    <View className="ld-tight">
      {repeats && <View className="ld-sm ld-help">{words.goOnHelp(repeats.until)}</View>}
      <AppButton kind="soft" wide busy={sending} onPress={() => send({ id, version })}>
        {words.goOn}
      </AppButton>
      {failure && <Refused failure={failure} onAct={clear} />}
    </View>
  )
}

function CancelSheet({ task: { id, version }, onClose }: { task: TaskView; onClose: () => void }) {
  const command = useCommand('tasks.cancel')
  return (
    <ReasonSheet
      id="cancel-task"
      title={words.cancelTask}
      act={words.cancelTask}
      field={{ id: 'cancel-note', label: words.cancelNote, maxLength: 200 }}
      command={command}
      onSend={async (note) => (await command.send({ id, version, note })).ok}
      onClose={onClose}
    />
  )
}
