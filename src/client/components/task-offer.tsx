import { ancestorAt } from '#core/grids/grid'
import { reachOf } from '#core/people/policy'
import { go } from '../platform/navigate'
import { useSession } from '../stores/session'
import { taskOffer as words } from '../texts/task-offer'
import { Card } from './card'
import { Cell } from './cell'

/** 写成志愿任务: from a public matter, or from what a council decided, for whoever writes tasks. */
export function TaskOffer({ from, id }: { from: 'concern' | 'motion'; id: string }) {
  const offices = useSession((session) => session.me?.offices) ?? []
  const office = offices.find(({ role }) => reachOf('task.write', role) !== undefined)
  if (!office) return null
  const write = () => go('writeTask', { grid: ancestorAt(office.gridPath, 2), [from]: id })
  return (
    <Card>
      <Cell icon="heart" title={words.title} help={words.help} onPress={write} />
    </Card>
  )
}
