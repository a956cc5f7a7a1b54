import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { usePulledDown } from '../../../platform/scrolling'
import { hoursWords, hours as words } from '../../../texts/volunteers'
import { useAsk } from '../../../use-ask'
import { Certificates } from './certificates'
import { MonthChart } from './chart'
import { Entries } from './entries'
import { Points } from './points'

function RecordView({ record }: { record: OutputOf<'service.mine'> }) {
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-stack">
          <View className="ld-sm ld-help">{words.year(record.year)}</View>
          <View className="ld-row ld-between ld-wrap">
            <View className="ld-row">
              <View className="ld-num">{hoursWords(record.minutes)}</View>
              <View className="ld-body">{words.unit}</View>
            </View>
            <View className="ld-sm ld-help">{words.sum(record.minutes, record.times)}</View>
          </View>
          <MonthChart months={record.months} />
        </View>
      </Card>
      <Certificates record={record} />
      {record.noShows > 0 && <View className="ld-sm ld-help">{words.noShows(record.noShows)}</View>}
      <Entries entries={record.entries} />
      <Points />
    </View>
  )
}

/** 服务时长: how long I have served, line by line, and the paper that says so. */
export default function HoursPage() {
  const asked = useAsk('service.mine', {})
  usePulledDown(asked.refresh)
  return (
    <Page title={words.title}>
      <Answered ask={asked} rows={6}>
        {(record) => <RecordView record={record} />}
      </Answered>
    </Page>
  )
}
