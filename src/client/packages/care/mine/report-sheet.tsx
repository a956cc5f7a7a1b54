import { View } from '@tarojs/components'
import { useState } from 'react'
import { REASONS } from '#core/care/hardship'
import { CONSENTS } from '#core/concerns/helped'
import { BuildingPicker } from '../../../components/building-picker'
import { Field as Labelled } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Segmented } from '../../../components/segmented'
import { Sheet } from '../../../components/sheet'
import { SwitchRow } from '../../../components/switch-row'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { useSession } from '../../../stores/session'
import { hardshipConsentWords, myHardship, reasonWords, hardship as shared } from '../../../texts/care'
import { useCommand } from '../../../use-command'
import { Chips } from '../chips'
import { BLANK, type Draft, type Field, missingIn, reportOf } from './report'

const words = myHardship.form
const WHOSE = (['own', 'neighbour'] as const).map((value) => ({ value, words: words.choices[value] }))
const HOWS = CONSENTS.map((value) => ({ value, words: hardshipConsentWords[value] }))

interface PartProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  problemOf: (field: Field) => string | undefined
}

/** Whoever has no phone is reported by a neighbour he agreed to. */
function Neighbour({ draft, onChange, problemOf }: PartProps) {
  return (
    <View className="ld-stack">
      <TextInput
        id="report-name"
        label={words.name}
        value={draft.name}
        error={problemOf('name')}
        maxLength={20}
        onChange={(name) => onChange({ name })}
      />
      <TextInput
        id="report-phone"
        label={words.phone}
        hint={words.phoneHint}
        optional
        type="number"
        maxLength={11}
        value={draft.phone}
        error={problemOf('phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <Segmented label={words.how} choices={HOWS} value={draft.how} onChoose={(how) => onChange({ how })} />
    </View>
  )
}

/** One's own house is known already; whoever has none here, or reports for another, chooses. */
function House({ draft, onChange, problemOf }: PartProps) {
  const home = useSession((session) => session.me?.home)
  if (draft.whose === 'own' && home) return null
  return (
    <Labelled id="report-house" label={words.house} error={problemOf('house')}>
      <BuildingPicker chosenId={draft.buildingId} onChoose={({ id }) => onChange({ buildingId: id })} />
    </Labelled>
  )
}

function Fields(props: PartProps) {
  const { draft, onChange, problemOf } = props
  const neighbour = draft.whose === 'neighbour'
  return (
    <View className="ld-stack">
      <Segmented
        label={words.whose}
        choices={WHOSE}
        value={draft.whose}
        onChoose={(whose) => onChange({ whose })}
      />
      {neighbour && <Neighbour {...props} />}
      <House {...props} />
      <Chips
        id="report-reasons"
        label={shared.why}
        all={REASONS}
        names={reasonWords}
        chosen={draft.reasons}
        onChange={(reasons) => onChange({ reasons })}
      />
      <TextArea
        id="report-told"
        label={words.told}
        hint={words.toldHint}
        value={draft.told}
        error={problemOf('told')}
        maxLength={500}
        onChange={(told) => onChange({ told })}
      />
      <Labelled id="report-agree" label={shared.consent} error={problemOf('agree')}>
        <SwitchRow
          title={neighbour ? words.agreeFor : words.agree}
          help={words.agreeHelp}
          on={draft.agreed}
          onChange={(agreed) => onChange({ agreed })}
        />
      </Labelled>
    </View>
  )
}

/** 报困难: with a consent of its own, said before it leaves. */
export function ReportSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const home = useSession((session) => session.me?.home?.buildingId)
  const [draft, setDraft] = useState<Draft>({ ...BLANK, buildingId: home })
  const [tried, setTried] = useState(false)
  const { send, sending, failure, clear } = useCommand('hardship.report')
  const missing = missingIn(draft)
  const press = async () => {
    setTried(true)
    const report = reportOf(draft)
    if (report && (await send(report)).ok) onDone()
  }
  return (
    <Sheet
      id="case-report"
      title={words.title}
      open
      onClose={onClose}
      act={{ words: words.send, onPress: press, busy: sending }}
    >
      <Fields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        problemOf={(field) => (tried ? missing[field] : undefined)}
      />
      {failure && <Refused failure={failure} onAct={clear} />}
    </Sheet>
  )
}
