import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { common } from '../../texts/common'

export default function Home() {
  return (
    <Page title={common.tabs.home} tab="home">
      <Loading />
    </Page>
  )
}
