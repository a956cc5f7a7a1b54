import { useRouter } from '@tarojs/taro'
import { Answered } from '../../../components/answered'
import { Page } from '../../../components/page'
import { form as words } from '../../../texts/buildings'
import { useAsk } from '../../../use-ask'
import { CardForm } from './card-form'

/** 填楼栋卡, in three short steps; what was typed waits on the phone until it is sent. */
export default function CardPage() {
  const { id = '' } = useRouter().params
  const ask = useAsk('buildings.get', { id })
  return (
    <Page title={words.title}>
      <Answered ask={ask} rows={6}>
        {(house) => <CardForm key={house.full?.version ?? 0} house={house} />}
      </Answered>
    </Page>
  )
}
