import { View } from '@tarojs/components'
import { PlateFinder } from '../../../components/plate-finder'
import { Sheet } from '../../../components/sheet'
import { go } from '../../../platform/navigate'
import { useListFilter } from '../../../stores/list-filter'
import { common } from '../../../texts/common'
import { queue as words } from '../../../texts/staff'

/** 扫楼牌: standing before a house, what is open there. */
export function PlateSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { clear, choose } = useListFilter()
  return (
    <Sheet id="queue-plate" title={words.plateTitle} open={open} onClose={onClose} cancel={common.close}>
      <View className="ld-body">{words.plateHelp}</View>
      <PlateFinder
        onFind={({ id, label }) => {
          clear()
          choose({ building: { id, label } })
          onClose()
          go('concerns')
        }}
      />
    </Sheet>
  )
}
