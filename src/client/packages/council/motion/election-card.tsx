import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { go } from '../../../platform/navigate'
import { election as words } from '../../../texts/elections'
import type { MotionView } from './motion-view'

/** 推选: who stands, and what he says, on a page of its own. */
export function ElectionCard({ motion: { id, election } }: { motion: MotionView }) {
  if (!election) return null
  const many = election.candidates.filter(({ agreed }) => agreed).length
  return (
    <Card>
      <Cell
        icon="users"
        title={words.open(many)}
        help={words.openHelp}
        onPress={() => go('election', { id })}
      />
    </Card>
  )
}
