import { Cell } from '../../../components/cell'
import { channelWords, slipStateWords, slips as words } from '../../../texts/slips'
import type { Slip } from './index'

const ICONS = { counted: 'checkc', refused: 'x', late: 'clock', waiting: 'clock' } as const

/** What became of a slip: counted, refused and why, too late, or disputed by its own house. */
export function SlipRow({ slip }: { slip: Slip }) {
  const { label, channel, state, enteredBy, decidedBy, note, dispute } = slip
  const said = [
    words.by(channelWords[channel], enteredBy),
    decidedBy && words.decided(decidedBy),
    note,
    dispute && words.disputed(dispute),
  ]
  return (
    <Cell
      icon={ICONS[state]}
      title={`${label}，${slipStateWords[state]}`}
      help={said.filter(Boolean).join('，')}
    />
  )
}
