import type { UnitKind } from '#core/council/statute'
import { Cell } from '../../../components/cell'
import { channelWords, slipStateWords, slips as words } from '../../../texts/slips'
import type { Slip } from './index'

const ICONS = { counted: 'checkc', refused: 'x', late: 'clock', waiting: 'clock' } as const

/** What became of a slip: counted, refused and why, too late, or disputed by its own unit. */
export function SlipRow({ slip, kind }: { slip: Slip; kind: UnitKind }) {
  const { label, channel, state, enteredBy, decidedBy, note, dispute } = slip
  const said = [
    words.by(channelWords[channel], enteredBy),
    decidedBy && words.decided(decidedBy),
    note,
    dispute && words.disputed(dispute, kind),
  ]
  return (
    <Cell
      icon={ICONS[state]}
      title={`${label}，${slipStateWords[state]}`}
      help={said.filter(Boolean).join('，')}
    />
  )
}
