import { ReasonSheet } from '../../../components/reason-sheet'
import { offer as words } from '../../../texts/offers'
import { useCommand } from '../../../use-command'
import type { OfferView } from './index'

interface NoteSheetProps {
  offer: OfferView
  /** The one time that is called off; `null`: the whole offer ends. */
  startsAt: number | null
  onClose: () => void
}

/** 这次不办, 停掉: with the reason that everybody who booked reads. */
export function NoteSheet({ offer: { id, version }, startsAt, onClose }: NoteSheetProps) {
  const off = useCommand('offers.callOff')
  const end = useCommand('offers.end')
  const send = (note: string) =>
    startsAt === null ? end.send({ id, version, note }) : off.send({ id, startsAt, note })
  const title = startsAt === null ? words.end : words.callOff
  return (
    <ReasonSheet
      id="offer-note"
      title={title}
      act={title}
      field={{ id: 'offer-note-words', label: words.note, maxLength: 200 }}
      command={startsAt === null ? end : off}
      onSend={async (said) => (await send(said.trim())).ok}
      onClose={onClose}
    />
  )
}
