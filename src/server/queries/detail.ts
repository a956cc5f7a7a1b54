import type { OutputOf } from '#contracts/operations'
import { ANSWER_WITHIN } from '#core/concerns/clocks'
import type { Concern, Outcome } from '#core/concerns/concern'
import { type Consent, isOwn } from '#core/concerns/helped'
import { allowed } from '#core/concerns/machine'
import type { Actor } from '#core/people/actor'
import { canSee, canSeeReporter, may, subjectOf } from '#core/people/permissions'
import { follows } from '../concerns/followers'
import { SOMEONE } from '../concerns/holder-words'
import { loadCalendar } from '../concerns/load-calendar'
import type { Asking } from '../operation'
import { avatarOf } from '../people/faces'
import { type CardRow, cardOf } from './cards'
import { chainOf } from './grids'
import { motionOf } from './motion-of'
import { departmentNames, personNames } from './names'
import { photosOf } from './photos'
import { type Reader, timelineOf } from './timeline'

export type Detail = OutputOf<'concerns.get'>

/** A concern as this reader may see it, or `null` when for him there is no such concern. */
export async function detailOf(asking: Asking, row: CardRow & { version: number }): Promise<Detail | null> {
  const { tx, actor, system } = asking
  const { body: concern } = row
  const following = { streetId: system.streetId, concernId: concern.id, personId: actor.personId }
  const endorsed = await follows(tx, following)
  if (!canSee(actor, concern, endorsed)) return null

  const reader = await readerOf(asking, row)
  return {
    ...cardOf(row, asking),
    ...matterOf(concern, row),
    ...standingOf(concern, reader),
    ...(await resultOf(asking, concern, reader)),
    ...(await whistlesOf(asking, concern)),
    version: row.version,
    gridNames: (await chainOf(asking, concern.gridPath)).map(({ level, name }) => ({ level, name })),
    reporter: reader.reporterWords,
    reporterAvatar: mayName(actor, concern) ? await avatarOf(asking, concern.reporterId) : null,
    mine: isOwn(concern, actor.personId),
    helped: reader.isParty ? await howAgreed(asking, concern.id) : null,
    endorsed,
    departmentName: row.department_name,
    motion: await motionOf(asking, concern.id),
    photos: await photosOf(asking, concern, concern.photoIds),
    timeline: await timelineOf(asking, concern, reader),
    may: await rightsOf(asking, concern, endorsed),
  }
}

/** How much of the story this reader gets: notes are for the parties and the chain, a name for those it is for. */
async function readerOf(asking: Asking, { body: concern, community_kind }: CardRow): Promise<Reader> {
  const { actor } = asking
  const names = await personNames(asking, [concern.reporterId])
  return {
    // Whoever could read it if it were for few eyes is one of them. "Me too" is said by anybody who likes.
    isParty: canSee(actor, { ...concern, visibility: 'restricted' }, false),
    reporterWords: mayName(actor, concern) ? (names.get(concern.reporterId) ?? SOMEONE) : SOMEONE,
    communityKind: community_kind,
  }
}

async function howAgreed({ tx, system }: Asking, id: string): Promise<Consent | null> {
  const helped = await tx
    .selectFrom('helped_persons')
    .select('consent')
    .where('street_id', '=', system.streetId)
    .where('concern_id', '=', id)
    .executeTakeFirst()
  return helped?.consent ?? null
}

const mayName = (actor: Actor, concern: Concern): boolean =>
  !concern.anonymous || canSeeReporter(actor, concern)

const matterOf = (concern: Concern, row: CardRow) => ({
  detail: concern.detail,
  place: { ...concern.place, buildingLabel: row.building_label },
  gridPath: concern.gridPath,
  anonymous: concern.anonymous,
})

function standingOf(concern: Concern, { isParty }: Reader) {
  const asked = concern.extensions.find(({ approved }) => approved === null)
  const paused = concern.state === 'paused' ? concern.pause : null
  const answered = concern.state === 'resolved' || concern.state === 'verified' ? concern.outcome : null
  return {
    desk: concern.desk,
    calendarAssumed: concern.calendarAssumed,
    contactedAt: concern.contactedAt,
    pausedUntil: paused?.until ?? null,
    pauseReason: paused?.reason ?? null,
    answerUntil: answered && answered.at + ANSWER_WITHIN,
    extensionAsked: asked && isParty ? { until: asked.until, reason: asked.reason } : null,
  }
}

async function resultOf(asking: Asking, concern: Concern, reader: Reader) {
  const outcome = 'outcome' in concern ? concern.outcome : null
  const verifiedBy = concern.state === 'verified' ? concern.verifiedBy : null
  const names = await personNames(asking, [outcome?.by, verifiedBy])
  return {
    outcome: outcome && {
      ...saidOf(outcome, names.get(outcome.by) ?? SOMEONE),
      photos: await photosOf(asking, concern, outcome.photoIds),
    },
    verifiedBy: verifiedBy && (names.get(verifiedBy) ?? SOMEONE),
    ...closingOf(concern, reader),
  }
}

const saidOf = ({ kind, note, at }: Outcome, by: string) => ({ kind, note, by, at })

/** Words the reporter gave on leaving, and words about persons, are for the parties; the ending itself is public. */
function closingOf(concern: Concern, { isParty }: Reader) {
  if (concern.state !== 'closed')
    return { closing: null, closedAt: null, closingNote: null, ratingWords: null, mergedInto: null }
  return {
    closing: concern.closing,
    closedAt: concern.closedAt,
    closingNote: isParty && concern.note !== '' ? concern.note : null,
    ratingWords: isParty && concern.rating?.words ? concern.rating.words : null,
    mergedInto: concern.mergedInto,
  }
}

async function whistlesOf(asking: Asking, { whistles }: Concern): Promise<Pick<Detail, 'whistles'>> {
  const names = await departmentNames(
    asking,
    whistles.map(({ departmentId }) => departmentId),
  )
  return {
    whistles: whistles.map((whistle) => ({ ...whistle, name: names.get(whistle.departmentId) ?? '' })),
  }
}

/** Exactly the buttons of this reader's screen. */
async function rightsOf(asking: Asking, concern: Concern, endorsed: boolean): Promise<Detail['may']> {
  const { tx, actor, now } = asking
  const steps = allowed(concern, { actor, now, calendar: await loadCalendar(tx) })
  return [
    ...(mayEndorse(asking, concern) && !endorsed ? (['endorse'] as const) : []),
    ...(canSeeReporter(actor, concern) && !isOwn(concern, actor.personId)
      ? (['read_reporter'] as const)
      : []),
    ...steps,
  ]
}

const mayEndorse = ({ actor }: Asking, concern: Concern): boolean =>
  concern.visibility === 'public' &&
  concern.state !== 'closed' &&
  concern.state !== 'held' &&
  !isOwn(concern, actor.personId) &&
  may(actor, 'concern.endorse', subjectOf(concern)) !== null
