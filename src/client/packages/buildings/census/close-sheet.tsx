import { View } from '@tarojs/components'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { census as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'

interface CloseSheetProps {
  id: string
  open: boolean
  onClose: () => void
}

export function CloseSheet({ id, open, onClose }: CloseSheetProps) {
  const { send, sending, failure } = useCommand('census.close')
  const end = async () => {
    const answer = await send({ id })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="census-close"
      title={words.close}
      open={open}
      onClose={onClose}
      act={{ words: words.close, onPress: end, busy: sending }}
    >
      <View className="ld-body">{words.closeSure}</View>
      {failure && <Refused failure={failure} />}
    </Sheet>
  )
}
