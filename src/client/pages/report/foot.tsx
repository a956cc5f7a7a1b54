import { AppButton } from '../../components/button'
import { go, replace } from '../../platform/navigate'
import { type Draft, isOpenForChange } from '../../stores/draft'
import { retryNow } from '../../stores/draft-sender'
import { kindOf, type Tile } from '../../texts/categories'
import { report } from '../../texts/report'
import { SimilarHint } from './similar'

interface FootProps {
  draft: Draft | undefined
  tile: Tile | undefined
  /** On its way for the first time. */
  busy: boolean
  onUnclear: () => void
  onSubmit: () => void
  onChange: () => void
}

/** The one next step of each state of the page. */
export function Foot({ draft, tile, busy, onUnclear, onSubmit, onChange }: FootProps) {
  if (!draft) {
    return (
      <AppButton kind="line" size="large" wide onPress={onUnclear}>
        {report.what.unclear}
      </AppButton>
    )
  }
  const { progress } = draft
  if (progress.state === 'accepted') {
    const { receipt } = progress
    const look = () => (receipt ? replace('concern', { id: receipt.id }) : replace('mine'))
    return (
      <AppButton size="large" wide onPress={look}>
        {receipt ? report.done.look : report.done.mine}
      </AppButton>
    )
  }
  if (busy || progress.state === 'writing' || progress.state === 'refused') {
    return (
      <>
        {tile && <SimilarHint category={kindOf(tile, draft.writing.kind).code} where={draft.writing.where} />}
        <AppButton size="large" wide busy={busy} onPress={onSubmit}>
          {report.submit}
        </AppButton>
      </>
    )
  }
  return (
    <>
      <AppButton size="large" wide onPress={() => retryNow(draft.id)}>
        {report.waiting.retry}
      </AppButton>
      {isOpenForChange(draft) ? (
        <AppButton kind="line" size="large" onPress={onChange}>
          {report.waiting.change}
        </AppButton>
      ) : (
        <AppButton kind="line" size="large" onPress={() => go('home')}>
          {report.waiting.home}
        </AppButton>
      )}
    </>
  )
}
