import { ReasonSheet } from '../../../components/reason-sheet'
import { residents as words } from '../../../texts/residences'
import { useCommand } from '../../../use-command'

export interface Reasoned {
  id: string
  name: string
  step: 'refuse' | 'report'
}

/** Why not: the one it is about reads it. */
export function WhyNotSheet({ id, name, step, onClose }: Reasoned & { onClose: () => void }) {
  const command = useCommand(`residences.${step}`)
  const { title, label, placeholder } = words.reason[step]
  return (
    <ReasonSheet
      id="residence-reason"
      title={`${title}，${name}`}
      act={words.steps[step]}
      field={{ id: 'residence-why', label, placeholder, missing: words.missing, maxLength: 200 }}
      command={command}
      onSend={async (reason) => (await command.send({ id, reason })).ok}
      onClose={onClose}
    />
  )
}
