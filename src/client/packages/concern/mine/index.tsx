import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function MyConcerns() {
  return (
    <Page title={common.titles.mine}>
      <Loading />
    </Page>
  )
}
