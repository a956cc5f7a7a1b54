import { View } from '@tarojs/components'
import { ReasonSheet } from '../../../components/reason-sheet'
import { bodies as words } from '../../../texts/bodies'
import { useCommand } from '../../../use-command'
import type { Line } from './index'

/** 划去一行, with the reason. */
export function StrikeSheet({ line, onClose }: { line: Line; onClose: () => void }) {
  const command = useCommand('bodies.strike')
  return (
    <ReasonSheet
      id="strike-line"
      title={line.label}
      act={words.strike}
      field={{ id: 'strike-reason', label: words.reason, hint: words.reasonHint, maxLength: 300 }}
      command={command}
      onSend={async (reason) => (await command.send({ id: line.id, reason })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{words.strikeWhat}</View>
    </ReasonSheet>
  )
}
