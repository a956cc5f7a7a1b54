import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { actWords, room as words } from '../../../texts/meetings'
import { CodeSheet } from './code'
import { NoteSheet } from './note-sheet'
import { useAct } from './use-act'
import type { Live, Room } from './use-live'

interface OfficeProps {
  room: Room
  live: Live
}

/** What whoever convenes the council does: notice, change, code, the list, cancellation. */
export function OfficeActs({ room, live }: OfficeProps) {
  const [shown, setShown] = useState<'code' | 'cancel'>()
  const notify = useAct('notify', live)
  const { may, version } = room
  const { id } = live
  const shut = () => setShown(undefined)
  if (!['notify', 'change', 'cancel', 'admit'].some((kind) => may.some((one) => one === kind))) return null
  return (
    <Section title={words.office}>
      <View className="ld-stack">
        {may.includes('notify') && (
          <AppButton size="large" wide busy={notify.sending} onPress={() => notify.act({ id, version })}>
            {words.notify(room.unitKind)}
          </AppButton>
        )}
        {may.includes('admit') && (
          <AppButton kind="soft" wide onPress={() => setShown('code')}>
            {words.code}
          </AppButton>
        )}
        {may.includes('admit') && (
          <AppButton kind="soft" wide onPress={() => go('attendance', { id })}>
            {words.byHand}
          </AppButton>
        )}
        {may.includes('change') && (
          <AppButton kind="line" wide onPress={() => go('meetingPlan', { id })}>
            {actWords.change ?? ''}
          </AppButton>
        )}
        {may.includes('cancel') && (
          <AppButton kind="line" wide onPress={() => setShown('cancel')}>
            {actWords.cancel ?? ''}
          </AppButton>
        )}
        {notify.failure && <Refused failure={notify.failure} onAct={notify.clear} />}
      </View>
      {shown === 'code' && <CodeSheet id={id} onClose={shut} />}
      {shown === 'cancel' && (
        <NoteSheet kind="cancel" help={words.cancelHelp(room.unitKind)} live={live} onClose={shut} />
      )}
    </Section>
  )
}
