import { View } from '@tarojs/components'
import { useState } from 'react'
import { AppButton } from '../../../components/button'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { go } from '../../../platform/navigate'
import { useSession } from '../../../stores/session'
import { plateStepWords, house as words } from '../../../texts/buildings'
import { useCommand } from '../../../use-command'
import { CheckSheet } from './check-sheet'
import type { House } from './house-view'
import { OwnerSheet } from './owner-sheet'

const PLATE_STEPS = ['apply', 'mount', 'damage'] as const

/** Exactly what the server says this person may do to the house. */
export function Deeds({ house }: { house: House }) {
  const me = useSession((session) => session.me)
  const [sheet, setSheet] = useState<'check' | 'owner'>()
  const plates = useCommand('plates.step')
  const reconfirm = useCommand('buildings.reconfirmCard')
  if (!me) return null
  const may = (deed: House['may'][number]) => house.may.includes(deed)
  const version = house.full?.version ?? 0
  const close = () => setSheet(undefined)
  const failure = plates.failure ?? reconfirm.failure
  return (
    <Section title={words.deeds}>
      <View className="ld-stack">
        {may('check') && <AppButton onPress={() => setSheet('check')}>{words.check}</AppButton>}
        {may('reconfirm') && (
          <AppButton
            kind="soft"
            busy={reconfirm.sending}
            onPress={() => reconfirm.send({ id: house.id, version })}
          >
            {words.reconfirm}
          </AppButton>
        )}
        {may('edit') && (
          <AppButton kind="soft" icon="doc" onPress={() => go('houseCard', { id: house.id })}>
            {words.edit}
          </AppButton>
        )}
        {may('inspect') && (
          <AppButton kind="soft" icon="shield" onPress={() => go('inspect', { id: house.id })}>
            {words.inspect}
          </AppButton>
        )}
        <AppButton
          kind="soft"
          icon="alert"
          onPress={() => go('hazards', { buildingId: house.id, report: '1' })}
        >
          {words.report}
        </AppButton>
        {PLATE_STEPS.filter(may).map((step) => (
          <AppButton
            key={step}
            kind="line"
            icon="plate"
            busy={plates.sending}
            onPress={() => plates.send({ id: house.id, step })}
          >
            {plateStepWords[step]}
          </AppButton>
        ))}
        {may('read_owner') && (
          <AppButton kind="line" icon="phone" onPress={() => setSheet('owner')}>
            {words.readOwner}
          </AppButton>
        )}
        {failure && <Refused failure={failure} />}
      </View>
      <CheckSheet house={house} open={sheet === 'check'} onClose={close} />
      <OwnerSheet id={house.id} open={sheet === 'owner'} onClose={close} />
    </Section>
  )
}
