import { useState } from 'react'
import { common } from '../../texts/common'
import { actions, deedWords, type StaffDeed } from '../../texts/staff'
import { AppButton } from '../button'
import { Cell } from '../cell'
import { Sheet } from '../sheet'
import { DeedSheet } from './deed-sheet'
import { type ConcernDetail, firstDeed, staffDeeds } from './deeds'

/** Something the same person may do as a resident, kept in the same calm list. */
export interface AlsoDeed {
  name: string
  what?: string
  onPress: () => void
}

interface StaffActionsProps {
  concern: ConcernDetail
  /** Asks the matter anew, after a deed and after somebody else's. */
  onDone: () => Promise<unknown>
  also?: readonly AlsoDeed[]
}

interface MoreSheetProps {
  open: boolean
  deeds: readonly StaffDeed[]
  also: readonly AlsoDeed[]
  onClose: () => void
  onChoose: (deed: StaffDeed) => void
}

function MoreSheet({ open, deeds, also, onClose, onChoose }: MoreSheetProps) {
  const leaveFor = (go: () => void) => () => {
    onClose()
    go()
  }
  return (
    <Sheet id="more-deeds" title={actions.moreTitle} open={open} onClose={onClose} cancel={common.close}>
      {deeds.map((deed) => (
        <Cell
          key={deed}
          title={deedWords[deed].name}
          help={deedWords[deed].what}
          onPress={leaveFor(() => onChoose(deed))}
        />
      ))}
      {also.map(({ name, what, onPress }) => (
        <Cell key={name} title={name} help={what} onPress={leaveFor(onPress)} />
      ))}
    </Sheet>
  )
}

/** A deed chosen, and how many were finished before it: a new one starts with an empty form. */
interface Chosen {
  deed: StaffDeed
  turn: number
}

/** Exactly what this person may do with the matter: the usual next step, and the rest one tap further. */
export function StaffActions({ concern, onDone, also = [] }: StaffActionsProps) {
  const [chosen, setChosen] = useState<Chosen>()
  const [turn, setTurn] = useState(0)
  const [open, setOpen] = useState(false)
  const [more, setMore] = useState(false)
  const deeds = staffDeeds(concern.may)
  const first = firstDeed(deeds)
  const others = deeds.filter((deed) => deed !== first)

  const choose = (deed: StaffDeed) => {
    setChosen({ deed, turn })
    setOpen(true)
  }
  const finish = async () => {
    setOpen(false)
    setTurn(turn + 1)
    await onDone()
  }
  return (
    <>
      {others.length + also.length > 0 && (
        <AppButton kind={first ? 'line' : 'primary'} size="large" wide onPress={() => setMore(true)}>
          {actions.more}
        </AppButton>
      )}
      {first && (
        <AppButton size="large" wide onPress={() => choose(first)}>
          {deedWords[first].name}
        </AppButton>
      )}
      <MoreSheet open={more} deeds={others} also={also} onClose={() => setMore(false)} onChoose={choose} />
      {chosen && (
        <DeedSheet
          key={`${chosen.deed}-${chosen.turn}`}
          deed={chosen.deed}
          concern={concern}
          open={open}
          onClose={() => setOpen(false)}
          onDone={finish}
          onLook={onDone}
        />
      )}
    </>
  )
}
