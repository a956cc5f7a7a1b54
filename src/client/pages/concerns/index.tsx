import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { common } from '../../texts/common'

export default function Concerns() {
  return (
    <Page title={common.tabs.concerns} tab="concerns">
      <Loading />
    </Page>
  )
}
