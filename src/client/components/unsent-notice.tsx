import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { scrollToTop } from '../platform/scroll-to'
import { useSession } from '../stores/session'
import type { LeftOver } from '../stores/unsent'
import { unsentOf, useUnsent } from '../stores/unsent-list'
import { refusals } from '../texts/refusals'
import { unsent as words } from '../texts/unsent'
import { AppButton } from './button'
import { Notice } from './notice'

/** What this person meant and the server does not know yet, in the order in which it was meant. */
export function useMyUnsent(): LeftOver[] {
  const person = useSession(({ me }) => me?.personId)
  return unsentOf(
    useUnsent((list) => list.all),
    person,
  )
}

/** One of them: what it is, what is the matter, and the way to drop it. */
export function UnsentLine({ unsent }: { unsent: LeftOver }) {
  const { id, operation, title, progress } = unsent
  const line = words.line(operation, title)
  const refused = progress.state === 'refused'
  const help = refused ? `${words.refused}：${refusals[progress.code].title}` : words[progress.state]
  const drop = () => useUnsent.getState().remove([id])
  const button = refused ? words.known : words.cancel
  return (
    <Notice
      icon={refused ? 'alert' : 'wifi'}
      title={line}
      help={help}
      action={
        progress.state !== 'sending' && (
          <AppButton kind="line" size="small" onPress={drop} label={`${button}，${line}`}>
            {button}
          </AppButton>
        )
      }
    />
  )
}

/** What is kept is said at the top of a page whose buttons are at its end. */
function useTopWhenMore(count: number): void {
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) scrollToTop()
    before.current = count
  }, [count])
}

/** On the matter itself: what was said about it and has not left the phone. */
export function UnsentNotice({ concernId }: { concernId: string }) {
  const about = useMyUnsent().filter(({ input }) => 'id' in input && input.id === concernId)
  useTopWhenMore(about.length)
  if (about.length === 0) return null
  return (
    <View className="ld-stack ld-apart">
      {about.map((unsent) => (
        <UnsentLine key={unsent.id} unsent={unsent} />
      ))}
    </View>
  )
}
