import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { usePulledDown } from '../../../platform/scrolling'
import { usePreferred } from '../../../stores/my-building'
import { useSession } from '../../../stores/session'
import { residence as words } from '../../../texts/residences'
import { useAsk } from '../../../use-ask'
import { Age } from './age'
import { HomeCard } from './home-card'
import { Household } from './household'

type Mine = OutputOf<'residences.mine'>

/** Nobody has written down where he lives; the house he named on this phone is offered first. */
function Homeless() {
  const preferred = usePreferred(({ building }) => building)
  const { title, help } = words.none
  return (
    <View className="ld-stack">
      <Empty title={title} help={help} />
      {preferred && (
        <AppButton size="large" wide onPress={() => go('house', { id: preferred.id })}>
          {words.preferred(preferred.label)}
        </AppButton>
      )}
      <AppButton size="large" wide kind={preferred ? 'line' : 'primary'} onPress={() => go('house')}>
        {words.find}
      </AppButton>
    </View>
  )
}

function Before({ before }: { before: Mine['before'] }) {
  if (before.length === 0) return null
  return (
    <Section title={words.before}>
      <Card>
        {before.map((home) => (
          <Cell key={home.id} icon="home" title={home.buildingLabel} help={words.ended(home)} />
        ))}
      </Card>
    </Section>
  )
}

function Homes() {
  const mine = useAsk('residences.mine', {})
  usePulledDown(mine.refresh)
  return (
    <Answered ask={mine} rows={4}>
      {({ home, before }) => (
        <View className="ld-stack">
          {home ? <HomeCard key={home.id} home={home} /> : <Homeless />}
          {home && <Household />}
          <Age />
          <Before before={before} />
        </View>
      )}
    </Answered>
  )
}

/** 住处: where I live, whether it counts, and what I may do about it. */
export default function ResidencePage() {
  const me = useSession((session) => session.me)
  return (
    <Page title={words.title}>{me ? <Homes /> : <Refused failure={{ code: 'NOT_AUTHENTICATED' }} />}</Page>
  )
}
