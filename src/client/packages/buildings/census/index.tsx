import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { standingWords, census as words } from '../../../texts/buildings'
import { useAsk } from '../../../use-ask'
import { useNow } from '../../../use-now'
import { CloseSheet } from './close-sheet'
import { OpenSheet } from './open-sheet'

type Shown = OutputOf<'census.show'>

/** How far it has come here, grid by grid, and which houses are left. */
function Coverage({ shown }: { shown: Shown }) {
  const now = useNow()
  const { campaign, whole } = shown
  if (!campaign) return <Empty title={words.none} help={words.noneHelp} />
  const when =
    campaign.closedAt === null ? words.until(campaign.dueAt, now) : words.closed(campaign.closedAt, now)
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-tight">
          <View className="ld-lg">{campaign.name}</View>
          <View className="ld-sm ld-help">{[shown.name, when].join('，')}</View>
          <View className="ld-md">{words.reach(whole.verified, whole.registered, whole.expected)}</View>
        </View>
      </Card>
      {shown.grids.length > 0 && (
        <Section title={words.grids}>
          <Card>
            {shown.grids.map(({ gridPath, name, verified, registered, expected }) => (
              <Cell
                key={gridPath}
                icon="pin"
                title={name}
                help={words.reach(verified, registered, expected)}
                onPress={() => go('census', { gridPath })}
              />
            ))}
          </Card>
        </Section>
      )}
      {shown.missing.length > 0 && (
        <Section title={words.missing} aside={words.left(shown.missingCount)}>
          <Card>
            {shown.missing.map(({ id, label, standing }) => (
              <Cell
                key={id}
                icon="building"
                title={label}
                help={standingWords[standing]}
                onPress={() => go('house', { id })}
              />
            ))}
          </Card>
        </Section>
      )}
    </View>
  )
}

function Running({ shown }: { shown: Shown }) {
  const [sheet, setSheet] = useState<'open' | 'close'>()
  const open = shown.campaign?.closedAt === null ? shown.campaign : undefined
  const close = () => setSheet(undefined)
  if (!shown.mayRun) return null
  return (
    <View>
      <AppButton kind="soft" wide onPress={() => setSheet(open ? 'close' : 'open')}>
        {open ? words.close : words.open}
      </AppButton>
      <OpenSheet gridPath={shown.gridPath} open={sheet === 'open'} onClose={close} />
      {open && <CloseSheet id={open.id} open={sheet === 'close'} onClose={close} />}
    </View>
  )
}

export default function CensusPage() {
  const { gridPath } = useRouter().params
  const ask = useAsk('census.show', gridPath ? { gridPath } : {})
  return (
    <Page title={words.title}>
      <Answered ask={ask} rows={6}>
        {(shown) => (
          <View className="ld-stack">
            <Coverage shown={shown} />
            <Running shown={shown} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
