import { View } from '@tarojs/components'
import { tableFiles as words } from '../texts/table-files'
import { Card } from './card'
import { Notice } from './notice'

interface TableProblemsProps {
  /** Row, column and what is wrong, in words. */
  lines: string[]
  /** So many beyond these. */
  more: number
}

/** Every cell that keeps a table from being written. */
export function TableProblems({ lines, more }: TableProblemsProps) {
  return (
    <View className="ld-stack">
      <Notice urgent icon="alert" title={words.problems(lines.length + more)} />
      <Card>
        <View className="ld-tight">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be wrong in the same words.
            <View key={at} className="ld-body">
              {line}
            </View>
          ))}
          {more > 0 && <View className="ld-sm ld-help">{words.more(more)}</View>}
        </View>
      </Card>
    </View>
  )
}
