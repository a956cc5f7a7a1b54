import { View } from '@tarojs/components'
import { Segmented } from '../../components/segmented'
import { SwitchRow } from '../../components/switch-row'
import { TextArea } from '../../components/text-area'
import { TextInput } from '../../components/text-input'
import { proposedTitle } from '../../report-title'
import type { Channel, Writing } from '../../stores/draft'
import { useSession } from '../../stores/session'
import type { Tile } from '../../texts/categories'
import { report } from '../../texts/report'
import type { Sentences } from './check'
import { ForChild, ForSomebody } from './for-somebody'
import { partIdOf } from './part'
import styles from './report.module.scss'

interface WordingProps {
  tile: Tile
  writing: Writing
  wrong: Sentences
  onChange: (change: Partial<Writing>) => void
}

const CHANNELS: Exclude<Channel, 'plate'>[] = ['app', 'phone', 'visit']

/** Who works on concerns also writes down what others tell him: 代人反映. */
function OnBehalf({ channel, onChange }: { channel: Channel; onChange: (channel: Channel) => void }) {
  const { label, words } = report.channel
  return (
    <View className={styles.below}>
      <View className={styles.label}>{label}</View>
      <Segmented
        label={label}
        choices={CHANNELS.map((value) => ({ value, words: words[value] }))}
        value={channel === 'plate' ? 'app' : channel}
        onChoose={onChange}
      />
    </View>
  )
}

/** Words: a title is proposed, everything else may stay empty. */
export function Wording({ tile, writing, wrong, onChange }: WordingProps) {
  const staff = useSession(({ me }) => me?.isStaff ?? false)
  const { words, anonymous } = report
  return (
    <View>
      <View id={partIdOf('detail')}>
        <TextArea
          id="detail"
          label={words.detail}
          placeholder={words.detailPlaceholder}
          optional={!tile.needsWords}
          value={writing.detail}
          error={wrong.detail}
          maxLength={1000}
          onChange={(detail) => onChange({ detail })}
        />
      </View>
      <View id={partIdOf('title')}>
        <TextInput
          id="title"
          label={words.title}
          hint={words.titleHint}
          value={writing.title ?? proposedTitle(tile, writing)}
          error={wrong.title}
          maxLength={40}
          onChange={(title) => onChange({ title })}
        />
      </View>
      {writing.child ? (
        <ForChild name={writing.child.name} onDrop={() => onChange({ child: null })} />
      ) : (
        <ForSomebody
          helped={writing.helped ?? null}
          wrong={wrong}
          onChange={(helped) => onChange({ helped })}
        />
      )}
      {staff && <OnBehalf channel={writing.channel} onChange={(channel) => onChange({ channel })} />}
      <View className={styles.below}>
        <SwitchRow
          title={anonymous.title}
          help={anonymous.help}
          on={writing.anonymous}
          onChange={(on) => onChange({ anonymous: on })}
        />
      </View>
    </View>
  )
}
