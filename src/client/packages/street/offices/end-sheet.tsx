import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { ReasonSheet } from '../../../components/reason-sheet'
import { officeWords, offices as words } from '../../../texts/offices'
import { useCommand } from '../../../use-command'

interface EndSheetProps {
  office: OutputOf<'offices.list'>['items'][number]
  onClose: () => void
}

/** 免去, with the reason the person is told. */
export function EndSheet({ office, onClose }: EndSheetProps) {
  const command = useCommand('offices.end')
  return (
    <ReasonSheet
      id="office-end"
      title={words.endTitle(office.name, officeWords(office.role, office.acting))}
      act={words.end}
      field={{ id: 'office-end-reason', label: words.endLabel }}
      command={command}
      onSend={async (reason) => (await command.send({ grantId: office.id, reason })).ok}
      onClose={onClose}
    >
      <View className="ld-body">{words.endHelp}</View>
    </ReasonSheet>
  )
}
