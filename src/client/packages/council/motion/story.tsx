import { Card } from '../../../components/card'
import type { IconName } from '../../../components/icon-paths'
import { Section } from '../../../components/section'
import { Timeline } from '../../../components/timeline'
import { eventWords, motion as words } from '../../../texts/council'
import { momentWords } from '../../../texts/dates'
import type { MotionView } from './motion-view'

const ICONS: Partial<Record<MotionView['timeline'][number]['kind'], IconName>> = {
  propose: 'flag',
  second: 'hand',
  screen: 'shield',
  announce: 'bell',
  open_debate: 'users',
  open_poll: 'list',
  tally: 'chart',
  enforce: 'checkc',
  void: 'x',
  object: 'alert',
}

/** 经过: every step, who took it, and the reason where one was given. */
export function Story({ motion, now }: { motion: MotionView; now: number }) {
  return (
    <Section title={words.timeline}>
      <Card>
        <Timeline
          happenings={motion.timeline.map(({ seq, kind, at, by, role, note }) => ({
            key: seq,
            icon: ICONS[kind] ?? 'doc',
            kind: by ? words.by(role, by) : words.clock,
            when: momentWords(at, now),
            title: eventWords[kind],
            ...(note && { note }),
          }))}
        />
      </Card>
    </Section>
  )
}
