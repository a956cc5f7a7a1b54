import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { common } from '../../texts/common'

export default function MePage() {
  return (
    <Page title={common.tabs.me} tab="me">
      <Loading />
    </Page>
  )
}
