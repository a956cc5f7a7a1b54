import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function StaffQueue() {
  return (
    <Page title={common.titles.queue}>
      <Loading />
    </Page>
  )
}
