import { Popup } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { focusOn, keepTabInside, pressable, readable } from '../platform/accessible'
import { common } from '../texts/common'
import { AppButton } from './button'
import { Icon } from './icon'
import styles from './sheet.module.scss'

interface SheetProps {
  id: string
  title: string
  open: boolean
  onClose: () => void
  /** What the primary button says and does; without it the sheet only tells something. */
  act?: { words: string; onPress: () => void; busy?: boolean }
  /** A button that WeChat itself must answer; it comes before the others. */
  first?: ReactNode
  /** Words of the way out; 先不了 by default. */
  cancel?: string
  children?: ReactNode
}

function Panel({
  id,
  title,
  onClose,
  act,
  first,
  cancel = common.cancel,
  children,
}: Omit<SheetProps, 'open'>) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    keepTabInside(id, event)
  }
  const dialog = readable('dialog', title, { 'aria-modal': true, tabIndex: -1, onKeyDown })
  return (
    <View id={id} className={styles.sheet} {...dialog}>
      <View className={styles.head}>
        <View className="ld-lg ld-grow" {...readable('heading', undefined, { 'aria-level': 2 })}>
          {title}
        </View>
        <View className={styles.close} {...pressable(onClose, { label: common.close })}>
          <Icon name="x" />
        </View>
      </View>
      <View className={styles.body}>{children}</View>
      <View className={styles.buttons}>
        {first}
        {act && (
          <AppButton
            kind={first ? 'soft' : 'primary'}
            size="large"
            wide
            onPress={act.onPress}
            busy={act.busy}
          >
            {act.words}
          </AppButton>
        )}
        <AppButton kind={act || first ? 'line' : 'primary'} size="large" wide onPress={onClose}>
          {cancel}
        </AppButton>
      </View>
    </View>
  )
}

/** A question over the page: its answer is one of two buttons across the whole width. */
export function Sheet({ open, ...panel }: SheetProps) {
  const giveBackFocus = useRef<() => void>()
  return (
    <Popup
      visible={open}
      position="bottom"
      round
      lockScroll
      destroyOnClose
      onClose={panel.onClose}
      afterShow={() => {
        giveBackFocus.current = focusOn(panel.id)
      }}
      afterClose={() => giveBackFocus.current?.()}
    >
      <Panel {...panel} />
    </Popup>
  )
}
