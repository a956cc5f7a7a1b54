import { View } from '@tarojs/components'
import { Segmented } from '../../components/segmented'
import { SwitchRow } from '../../components/switch-row'
import { TextInput } from '../../components/text-input'
import type { HelpedDraft } from '../../stores/draft'
import { useSession } from '../../stores/session'
import { children } from '../../texts/guardians'
import { report } from '../../texts/report'
import type { Sentences } from './check'
import { partIdOf } from './part'
import styles from './report.module.scss'

interface ForSomebodyProps {
  helped: HelpedDraft | null
  wrong: Sentences
  onChange: (helped: HelpedDraft | null) => void
}

const { helped: words } = report
const CONSENTS = (['in_person', 'by_phone', 'written'] as const).map((value) => ({
  value,
  words: words.consents[value],
}))
const NOBODY: HelpedDraft = { name: '', phone: '', consent: 'in_person' }

function Whom({ helped, wrong, onChange }: ForSomebodyProps & { helped: HelpedDraft }) {
  const change = (one: Partial<HelpedDraft>) => onChange({ ...helped, ...one })
  return (
    <View className="ld-stack">
      <View id={partIdOf('helped.name')}>
        <TextInput
          id="helped-name"
          label={words.name}
          hint={words.nameHint}
          value={helped.name}
          error={wrong['helped.name']}
          maxLength={30}
          onChange={(name) => change({ name })}
        />
      </View>
      <View id={partIdOf('helped.phone')}>
        <TextInput
          id="helped-phone"
          type="number"
          label={words.phone}
          optional
          hint={words.phoneHint}
          value={helped.phone}
          error={wrong['helped.phone']}
          maxLength={13}
          onChange={(phone) => change({ phone })}
        />
      </View>
      <View className={styles.label}>{words.consent}</View>
      <Segmented
        label={words.consent}
        choices={CONSENTS}
        value={helped.consent}
        onChoose={(consent) => change({ consent })}
      />
    </View>
  )
}

/** 帮别人报: for a neighbour who cannot do it himself. Offered to those who may (mayReportFor). */
export function ForSomebody({ helped, wrong, onChange }: ForSomebodyProps) {
  const may = useSession(({ me }) => me !== undefined && (me.isStaff || me.realNameLevel >= 2))
  if (!may) return null
  return (
    <View className={styles.below}>
      <SwitchRow
        title={words.title}
        help={words.help}
        on={helped !== null}
        onChange={(on) => onChange(on ? NOBODY : null)}
      />
      {helped && <Whom {...{ helped, wrong, onChange }} />}
    </View>
  )
}

/** 替孩子报: begun on the child's card; turned off, it is the guardian's own matter. */
export function ForChild({ name, onDrop }: { name: string; onDrop: () => void }) {
  return (
    <View className={styles.below}>
      <SwitchRow title={children.reportFor(name)} help={children.reportHelp} on onChange={onDrop} />
    </View>
  )
}
