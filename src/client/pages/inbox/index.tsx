import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { common } from '../../texts/common'

export default function Inbox() {
  return (
    <Page title={common.tabs.inbox} tab="inbox">
      <Loading />
    </Page>
  )
}
