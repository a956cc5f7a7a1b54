import { View } from '@tarojs/components'
import { reachOf } from '#core/people/policy'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { useSession } from '../../../stores/session'
import { answering as words } from '../../../texts/volunteers'
import { Disputes } from './disputes'
import { Offer } from './offer'
import { Requests } from './requests'

/** What waits for an office: hours somebody disputes, papers somebody asked for. */
export default function AnswerPage() {
  const offices = useSession((session) => session.me?.offices) ?? []
  const answers = offices.some(({ role }) => reachOf('service.confirm', role))
  const issues = offices.some(({ role }) => reachOf('certificate.issue', role))
  const offers = offices.some(({ role }) => reachOf('points.offer', role))
  return (
    <Page title={words.title}>
      <View className="ld-stack">
        {answers && <Disputes />}
        {issues && <Requests />}
        {offers && <Offer />}
        {!answers && !issues && <Empty title={words.none} />}
      </View>
    </Page>
  )
}
