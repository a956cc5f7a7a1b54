import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function ConcernDetail() {
  return (
    <Page title={common.titles.concern}>
      <Loading />
    </Page>
  )
}
