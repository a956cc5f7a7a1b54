import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { Chain } from '../../../components/chain'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { task as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { Deeds } from './deeds'
import { HeadCard } from './head-card'
import { JoinSheet } from './join-sheet'
import { MineSheet } from './mine-sheet'
import { ShiftCard } from './shift-card'
import type { MineView, ShiftView, TaskView } from './task-view'

type Opened = { shift: ShiftView; guest: boolean } | { mine: MineView }

function TaskPageView({ task }: { task: TaskView }) {
  const now = useNow()
  const [opened, setOpened] = useState<Opened>()
  const isIn = useSession(({ token }) => token !== undefined)
  const close = () => setOpened(undefined)
  const join = (shift: ShiftView, guest: boolean) => (isIn ? setOpened({ shift, guest }) : go('signIn'))
  return (
    <View className="ld-stack">
      <HeadCard task={task} />
      <Section
        title={words.shifts(task.shifts.length)}
        aside={task.shifts.length > 1 ? words.aside : undefined}
      >
        <View className="ld-stack">
          {task.shifts.map((shift) => (
            <ShiftCard
              key={shift.id}
              shift={shift}
              mine={task.mine.filter(({ shiftId }) => shiftId === shift.id)}
              now={now}
              onJoin={() => join(shift, false)}
              onGuest={() => join(shift, true)}
              onMine={(mine) => setOpened({ mine })}
            />
          ))}
        </View>
      </Section>
      <Deeds task={task} />
      <Chain kind="task" id={task.id} />
      {opened && 'shift' in opened && <JoinSheet task={task} {...opened} now={now} onClose={close} />}
      {opened && 'mine' in opened && <MineSheet task={task} mine={opened.mine} now={now} onClose={close} />}
    </View>
  )
}

/** 志愿任务: what is done, what to look out for, which stretch still lacks people. */
export default function TaskPage() {
  const { id = 'none' } = useRouter().params
  const asked = useAsk('tasks.get', { id })
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={5}>
        {(task) => <TaskPageView task={task} />}
      </Answered>
    </Page>
  )
}
