import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function LookPage() {
  return (
    <Page title={common.titles.look}>
      <Loading />
    </Page>
  )
}
