import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { common } from '../../../texts/common'

export default function SignIn() {
  return (
    <Page title={common.titles.signIn}>
      <Loading />
    </Page>
  )
}
