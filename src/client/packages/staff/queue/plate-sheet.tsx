import { View } from '@tarojs/components'
import { PlateFinder } from '../../../components/plate-finder'
import { Sheet } from '../../../components/sheet'
import { go } from '../../../platform/navigate'
import { common } from '../../../texts/common'
import { queue as words } from '../../../texts/staff'

/** 扫楼牌: standing before a house, its page: what is open there, its card, what is to be done. */
export function PlateSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet id="queue-plate" title={words.plateTitle} open={open} onClose={onClose} cancel={common.close}>
      <View className="ld-body">{words.plateHelp}</View>
      <PlateFinder
        onFind={({ id }) => {
          onClose()
          go('house', { id })
        }}
      />
    </Sheet>
  )
}
