import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { MoreRows } from '../../../components/more-rows'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { go } from '../../../platform/navigate'
import { hazardKindWords, house, hazard as words } from '../../../texts/buildings'
import { useAskPages } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { ReportSheet } from './report-sheet'

const SHOWS = (['open', 'overdue', 'cleared'] as const).map((value) => ({ value, words: words.shows[value] }))

function Rows({
  buildingId,
  show,
}: {
  buildingId: string | undefined
  show: (typeof SHOWS)[number]['value']
}) {
  const now = useNow()
  const pages = useAskPages('hazards.list', { show, ...(buildingId && { buildingId }) })
  return (
    <Answered ask={pages} rows={4}>
      {() =>
        pages.items.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <Card>
            {pages.items.map((one) => (
              <Cell
                key={one.id}
                icon="alert"
                title={`${one.buildingLabel}，${hazardKindWords[one.kind]}`}
                help={words.fact(one, now)}
                onPress={() => go('hazard', { id: one.id })}
              />
            ))}
            <MoreRows list={pages} />
          </Card>
        )
      }
    </Answered>
  )
}

/** Dangers I work on or told of, of one house or of all; and a new one. */
export default function HazardsPage() {
  const { buildingId, report } = useRouter().params
  const [show, setShow] = useState<(typeof SHOWS)[number]['value']>('open')
  const [reporting, setReporting] = useState(report === '1')
  const [told, setTold] = useState(false)
  return (
    <Page title={words.listTitle}>
      <View className="ld-stack">
        {told && <Notice icon="check" title={words.report.done} />}
        <Segmented label={words.filter} choices={SHOWS} value={show} onChoose={setShow} />
        <Rows buildingId={buildingId} show={show} />
        {buildingId && (
          <AppButton wide icon="alert" onPress={() => setReporting(true)}>
            {house.report}
          </AppButton>
        )}
      </View>
      {buildingId && (
        <ReportSheet
          buildingId={buildingId}
          open={reporting}
          onClose={() => setReporting(false)}
          onTold={() => setTold(true)}
        />
      )}
    </Page>
  )
}
