import type { MeetingEventKind } from '#core/council/meeting/events'
import type { Meeting } from '#core/council/meeting/meeting'
import { tellPeople } from '../heads/tell'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import type { Council } from './load'
import { headsOf } from './tell'

interface Told {
  /** As the act found it. */
  before: Meeting
  after: Meeting
  kind: MeetingEventKind
  council: Council
  now: number
}

type Ears = 'heads' | 'chair'

/** Who hears of an act, and as what. What nobody was told of needs no change of it told. */
function newsOf({ before, after, kind }: Told): { kind: string; to: Ears } | null {
  const known = before.state === 'notified'
  if (kind === 'notify') return { kind: 'meeting_notice', to: 'heads' }
  if (kind === 'change' && known) return { kind: 'meeting_changed', to: 'heads' }
  if (kind === 'cancel' && known) return { kind: 'meeting_cancelled', to: 'heads' }
  if (kind === 'draft') return { kind: 'meeting_to_sign', to: 'chair' }
  return after.state === 'published' && kind === 'sign' ? { kind: 'meeting_minutes', to: 'heads' } : null
}

/** Puts one line into the inbox of everybody an act concerns. */
export async function tellOfMeeting(
  tx: Tx,
  system: Pick<System, 'streetId' | 'newId'>,
  told: Told,
): Promise<void> {
  const news = newsOf(told)
  if (!news) return
  const { after, council, now } = told
  const chair = council.chairId ? [council.chairId] : []
  await tellPeople(tx, system, {
    personIds: news.to === 'chair' ? chair : await headsOf(tx, system.streetId, { council, now }),
    kind: news.kind,
    title: `${council.name}第${after.no}次会议`,
    about: { kind: 'meeting', id: after.id },
    ...(after.startsAt > now && { until: after.startsAt }),
    now,
  })
}
