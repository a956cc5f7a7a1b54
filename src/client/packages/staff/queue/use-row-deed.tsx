import { type ReactNode, useState } from 'react'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { DeedSheet } from '../../../components/staff-actions/deed-sheet'
import { deedWords, doneWords } from '../../../texts/staff'
import { useAsk } from '../../../use-ask'
import type { Picked } from './queue-rows'

interface RowDeed {
  pick: (picked: Picked) => void
  /** Whose matter is being fetched for its sheet. */
  waiting: string | undefined
  sheet: ReactNode
  /** What was done last, in one line. */
  said: string | undefined
}

/** A row's next step without leaving the list: the matter is fetched, then its sheet comes up. */
export function useRowDeed(): RowDeed {
  const [picked, setPicked] = useState<Picked>()
  const [turn, setTurn] = useState(0)
  const [open, setOpen] = useState(false)
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState<string>()
  const asked = useAsk('concerns.get', { id: picked?.id ?? '' }, { enabled: picked !== undefined })
  const concern = asked.data
  const close = () => setOpen(false)

  const pick = (one: Picked) => {
    // What was typed waits for its own deed, and is gone once that is done.
    if (over || one.id !== picked?.id || one.deed !== picked.deed) setTurn(turn + 1)
    setPicked(one)
    setOver(false)
    setSaid(undefined)
    setOpen(true)
  }
  const finish = () => {
    if (picked && concern) setSaid(doneWords(deedWords[picked.deed].name, concern.title))
    setOpen(false)
    setOver(true)
  }
  const waiting = open && !concern && !asked.failure ? picked?.id : undefined
  if (!picked) return { pick, waiting, said, sheet: null }
  const sheet = concern ? (
    <DeedSheet
      key={turn}
      deed={picked.deed}
      concern={concern}
      open={open}
      onClose={close}
      onDone={finish}
      onLook={asked.refresh}
    />
  ) : (
    <Sheet
      id="deed-refused"
      title={deedWords[picked.deed].name}
      open={open && asked.failure !== undefined}
      onClose={close}
    >
      {asked.failure && <Refused failure={asked.failure} onRetry={asked.refresh} />}
    </Sheet>
  )
  return { pick, waiting, said, sheet }
}
