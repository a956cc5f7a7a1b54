import { useRouter } from '@tarojs/taro'
import { dayOf } from '#core/concerns/calendar'
import { replace } from '../../../platform/navigate'
import { writeOffer as words } from '../../../texts/offers'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { ChangeOffer } from './change'
import { freshDraft } from './draft'
import { OfferForm, useDraft } from './form'
import { WritingPage } from './writing-page'

function NewOffer({ gridPath }: { gridPath: string }) {
  const now = useNow()
  const { draft, change, wrong, read } = useDraft(freshDraft)
  const { send, sending, failure, clear } = useCommand('offers.write')
  const publish = async () => {
    const said = read(now)
    if (!said) return
    const { walkIn } = draft
    const answer = await send({ ...said, gridPath, walkIn, fromDay: dayOf(now), providerId: null })
    if (answer.ok) replace('offer', { id: answer.data.id })
  }
  const page = { title: words.title, send: words.send, sending, onSend: publish, wrong, failure }
  return (
    <WritingPage {...page} onClear={clear}>
      <OfferForm draft={draft} change={change} isNew />
    </WritingPage>
  )
}

/** 写一项服务, or 改一项服务 that is there. */
export default function WriteOfferPage() {
  const { grid = '', offer } = useRouter().params
  return offer ? <ChangeOffer id={offer} /> : <NewOffer gridPath={grid} />
}
