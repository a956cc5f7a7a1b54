import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { showAlertIn } from '../../platform/scroll-to'
import type { Failure } from '../../platform/transport'
import { actions, deedWords, type StaffDeed } from '../../texts/staff'
import { happeningWords } from '../../texts/timeline'
import { useNow } from '../../use-now'
import { Notice } from '../notice'
import { Refused } from '../refused'
import { Sheet } from '../sheet'
import type { ConcernDetail } from './deeds'
import { nextStepOf } from './next-step'
import styles from './staff-actions.module.scss'
import type { DeedProps } from './use-deed'

interface UnderWay {
  sending: boolean
  failure: Failure | undefined
  looked: boolean
  look: () => Promise<void>
  clear: () => void
}

interface DeedFrameProps extends Pick<DeedProps, 'concern' | 'open' | 'onClose'> {
  deed: StaffDeed
  underWay: UnderWay
  onSend: () => void
  /** The refusal is said beside its field already. */
  saidBeside?: boolean
  children?: ReactNode
}

/** What somebody else did in between, so that the words typed here can be weighed again. */
function News({ concern, deed }: { concern: ConcernDetail; deed: StaffDeed }) {
  const now = useNow()
  const last = concern.timeline.reduce(
    (one, other) => (other.seq > one.seq ? other : one),
    concern.timeline[0],
  )
  const { title, gone, last: say } = actions.conflict
  const happened = last ? say(last.by, happeningWords(last, now)) : ''
  return <Notice icon="refresh" title={title} help={concern.may.includes(deed) ? happened : gone} />
}

function acting({ failure, look, clear }: UnderWay, onSend: () => void, onClose: () => void) {
  if (!failure) return undefined
  const acts = { look, change: clear, again: onSend, leave: onClose, usual: undefined }
  return acts[nextStepOf(failure)]
}

/** One deed in one sheet: what it does, its form, and a refusal that keeps what was typed. */
export function DeedFrame({ deed, underWay, onSend, saidBeside, children, ...sheet }: DeedFrameProps) {
  const { name, what, send } = deedWords[deed]
  const { concern, open, onClose } = sheet
  const { failure, sending, looked } = underWay
  const id = `deed-${deed}`
  useEffect(() => {
    if (failure) showAlertIn(id)
  }, [failure, id])
  const press = () => {
    onSend()
    showAlertIn(id)
  }
  return (
    <Sheet
      id={id}
      title={name}
      open={open}
      onClose={onClose}
      act={{ words: send, onPress: press, busy: sending }}
    >
      <View className={styles.deed}>
        <View className="ld-sm ld-help">{`${concern.title}，${what}`}</View>
        {children}
        {looked && !failure && <News concern={concern} deed={deed} />}
        {failure && !saidBeside && <Refused failure={failure} onAct={acting(underWay, onSend, onClose)} />}
      </View>
    </Sheet>
  )
}
