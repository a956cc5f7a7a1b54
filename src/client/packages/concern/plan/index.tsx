import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function EstatePlanPage() {
  return (
    <Page title={common.titles.plan}>
      <Loading />
    </Page>
  )
}
