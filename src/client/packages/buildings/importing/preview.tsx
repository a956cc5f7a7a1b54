import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { problemWords } from '#core/importing/words'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { TableProblems } from '../../../components/table-problems'
import type { ChosenFile } from '../../../platform/files'
import { importing as words } from '../../../texts/buildings'
import { tableFiles } from '../../../texts/table-files'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'

type Looked = OutputOf<'register.preview'>

function Counts({ summary }: Pick<Looked, 'summary'>) {
  return (
    <Card>
      <View className="ld-tight">
        {summary.map(({ sheet, name, added, changed, same }) => (
          <View key={sheet} className="ld-row ld-between">
            <View className="ld-md">{name}</View>
            <View className="ld-sm">{words.counts(added, changed, same)}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}

function Confirm({ file, looked }: { file: ChosenFile; looked: Looked }) {
  const { send, sending, failure } = useCommand('register.import')
  const changes = looked.summary.some(({ added, changed }) => added + changed > 0)
  return (
    <View className="ld-stack">
      <Notice icon="check" title={changes ? tableFiles.fine : tableFiles.nothing} />
      <Counts summary={looked.summary} />
      {failure && <Refused failure={failure} />}
      {changes && (
        <AppButton size="large" wide busy={sending} onPress={() => send(file)}>
          {tableFiles.apply}
        </AppButton>
      )}
    </View>
  )
}

/** What the file would do, or every cell that keeps it from doing anything. Once written, the same look finds nothing to do. */
export function Preview({ file }: { file: ChosenFile }) {
  const ask = useAsk('register.preview', file)
  return (
    <Answered ask={ask} rows={4}>
      {(looked) =>
        looked.problems.length > 0 ? (
          <TableProblems lines={looked.problems.map(problemWords)} more={looked.more} />
        ) : (
          <Confirm file={file} looked={looked} />
        )
      }
    </Answered>
  )
}
