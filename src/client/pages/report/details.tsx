import { View } from '@tarojs/components'
import { Chip } from '../../components/chip'
import { Notice } from '../../components/notice'
import { readable } from '../../platform/accessible'
import type { Draft, Writing } from '../../stores/draft'
import { kindOf, type Tile } from '../../texts/categories'
import { report } from '../../texts/report'
import type { Sentences } from './check'
import { Part } from './part'
import { Photos } from './photos'
import styles from './report.module.scss'
import { SimilarPart } from './similar'
import { Steps } from './steps'
import { WherePart } from './where'
import { Wording } from './wording'

interface DetailsProps {
  tile: Tile
  draft: Draft
  wrong: Sentences
  onChange: (change: Partial<Writing>) => void
  onSame: (id: string) => void
}

function Kinds({ tile, chosen, onChoose }: { tile: Tile; chosen: string; onChoose: (key: string) => void }) {
  return (
    <View className={styles.kinds} {...readable('group', report.kind)}>
      {tile.kinds.map(({ key, name }) => (
        <Chip key={key} words={name} chosen={key === chosen} onPress={() => onChoose(key)} />
      ))}
    </View>
  )
}

/** Steps 2 and 3 share a page, so that a known home leaves one tap: 交给网格员. */
export function Details({ tile, draft, wrong, onChange, onSame }: DetailsProps) {
  const { writing } = draft
  const placed = writing.where.building !== null || writing.where.words.trim() !== ''
  return (
    <View>
      <Steps now={placed || tile.anywhere ? 3 : 2} />
      {tile.privacy && <Notice icon="lock" title={report.privacy} help={tile.privacy} />}
      {tile.kinds.length > 1 && (
        <Kinds tile={tile} chosen={writing.kind} onChoose={(kind) => onChange({ kind })} />
      )}
      {!tile.anywhere && (
        <WherePart where={writing.where} error={wrong.place} onChange={(where) => onChange({ where })} />
      )}
      <SimilarPart category={kindOf(tile, writing.kind).code} where={writing.where} onSame={onSame} />
      <Part name="photoIds" title={report.words.question} error={wrong.photoIds}>
        <Photos draft={draft} />
      </Part>
      <Wording tile={tile} writing={writing} wrong={wrong} onChange={onChange} />
    </View>
  )
}
