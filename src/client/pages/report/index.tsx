import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { common } from '../../texts/common'

export default function Report() {
  return (
    <Page title={common.tabs.report}>
      <Loading />
    </Page>
  )
}
