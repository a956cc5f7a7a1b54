import { View } from '@tarojs/components'
import { isOpenToAll } from '#core/people/permissions'
import { reachOf } from '#core/people/policy'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { TaskOffer } from '../../../components/task-offer'
import { go } from '../../../platform/navigate'
import { type Me, useSession } from '../../../stores/session'
import { detail as words } from '../../../texts/detail'
import { motionStateWords } from '../../../texts/motion-states'
import { projectStateWords } from '../../../texts/project-states'
import type { ConcernDetail } from './concern-detail'

/** Whoever lives here, or holds an office that proposes; the council itself asks more closely. */
const mayPropose = (me: Me | undefined): boolean =>
  me !== undefined &&
  (me.realNameLevel === 2 ||
    me.offices.some(({ role }) => role !== 'resident' && reachOf('motion.propose', role) !== undefined))

/** The resolution, and what is made of it. */
function Way({ motion: { id, title, state, project } }: { motion: NonNullable<ConcernDetail['motion']> }) {
  return (
    <View>
      <Cell icon="users" title={title} help={motionStateWords[state]} onPress={() => go('motion', { id })} />
      {project && (
        <Cell
          icon="flag"
          title={words.council.project}
          help={projectStateWords[project.state]}
          onPress={() => go('project', { id: project.id })}
        />
      )}
    </View>
  )
}

/** From a matter to the council's motion about it, or to a new one. */
export function MotionCard({ concern }: { concern: ConcernDetail }) {
  const me = useSession((session) => session.me)
  const { motion, id } = concern
  const offers = !motion && concern.state !== 'closed' && isOpenToAll(concern) && mayPropose(me)
  const isShown = concern.state !== 'closed' && isOpenToAll(concern)
  if (!motion && !offers) return isShown ? <TaskOffer from="concern" id={id} /> : null
  return (
    <Section title={words.council.title}>
      <Card>
        {motion ? (
          <Way motion={motion} />
        ) : (
          <Cell
            icon="users"
            title={words.council.propose}
            help={words.council.help}
            onPress={() => go('propose', { concern: id })}
          />
        )}
      </Card>
      {isShown && <TaskOffer from="concern" id={id} />}
    </Section>
  )
}
