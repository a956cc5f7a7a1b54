import { View } from '@tarojs/components'
import { ReasonSheet } from '../../../components/reason-sheet'
import { actWords, room as words } from '../../../texts/meetings'
import { useAct } from './use-act'
import type { Live } from './use-live'

interface NoteSheetProps {
  kind: 'cancel' | 'put_off'
  help: string
  /** What the act names besides its reason. */
  more?: { place: number }
  live: Pick<Live, 'id' | 'refresh'>
  onClose: () => void
}

/** An act with a reason, which everybody reads. */
export function NoteSheet({ kind, help, more, live, onClose }: NoteSheetProps) {
  const { act, ...command } = useAct(kind, live)
  const title = actWords[kind] ?? ''
  return (
    <ReasonSheet
      id={`note-${kind}`}
      title={title}
      act={title}
      field={{ id: `${kind}-note`, label: words.why, maxLength: 200 }}
      command={command}
      onSend={(note) => act({ id: live.id, note, ...more } as Parameters<typeof act>[0])}
      onClose={onClose}
    >
      <View className="ld-body">{help}</View>
    </ReasonSheet>
  )
}
