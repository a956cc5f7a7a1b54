import { View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { usePulledDown } from '../../../platform/scrolling'
import { children as words } from '../../../texts/guardians'
import { useAsk } from '../../../use-ask'
import { MyPage } from '../mine'
import { ChildCard } from './child-card'
import { RegisterSheet } from './register-sheet'
import { TakeOverSheet } from './take-over-sheet'

function Children() {
  const mine = useAsk('children.mine', {})
  const [open, setOpen] = useState<'register' | 'takeOver'>()
  const close = () => setOpen(undefined)
  usePulledDown(mine.refresh)
  return (
    <View className="ld-stack">
      <View className="ld-body">{words.lead}</View>
      <Answered ask={mine} rows={3}>
        {({ children }) => (
          <View className="ld-stack">
            {children.length === 0 && <Empty title={words.none} help={words.noneHelp} />}
            {children.map((child) => (
              <ChildCard key={child.id} child={child} />
            ))}
          </View>
        )}
      </Answered>
      <AppButton size="large" wide onPress={() => setOpen('register')}>
        {words.register}
      </AppButton>
      <AppButton kind="line" wide onPress={() => setOpen('takeOver')}>
        {words.takeOver}
      </AppButton>
      <RegisterSheet open={open === 'register'} onClose={close} />
      <TakeOverSheet open={open === 'takeOver'} onClose={close} />
    </View>
  )
}

/** 替孩子办: a guardian registers a child under fourteen, says yes or no for him, acts for him; at fourteen he takes over. */
export default function ChildrenPage() {
  return <MyPage title={words.title}>{() => <Children />}</MyPage>
}
