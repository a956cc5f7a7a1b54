import type { OutputOf, ParsedOf } from '#contracts/operations'
import { balanceOf } from '#core/council/ledger'
import { type Motion, wordsOf } from '#core/council/motion'
import { decideMotion } from '#core/council/motion-machine'
import { type Project, type ProjectStep, step, whyNotSign } from '#core/council/project'
import { mayInCouncil } from '#core/council/standing'
import { ok, type Result, refuse } from '#core/result'
import { sendToCheck } from '../content/errand-rows'
import { mayBeShown } from '../content/said'
import type { Asking } from '../operation'
import { type Council, findCouncil, findMotionForStep, standingIn } from './load'
import { councilPhotos, tieCouncilPhotos } from './photos'
import { findProjectForStep, moneyRows, saveNewProject, saveProjectStep } from './project-rows'
import { saveMotionStep } from './save'
import { tellOfMotion } from './tell'

type Moved = Promise<Result<{ id: string; version: number }>>

/** 开始落实: a resolution in force becomes a project; what it is and costs is what was voted. */
export async function beginProject(
  { id, version, milestones }: ParsedOf<'projects.begin'>,
  asking: Asking,
): Promise<Result<OutputOf<'projects.begin'>>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  const kept = await findMotionForStep(tx, { streetId, id })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.motion.councilId }))
  if (!council) return refuse('NOT_FOUND')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  if (
    !mayBeShown(
      asking,
      milestones.map(({ title }) => title),
    )
  )
    return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  const event = { kind: 'begin' as const }
  const decision = decideMotion(event, { ...(await standingIn(asking, council)), motion: kept.motion, now })
  if (!decision.ok) return decision

  const { motion: after, grant } = decision.value
  await saveMotionStep(tx, kept, { after, event }, { personId: actor.personId, role: grant.role, at: now })
  const { title, who, costFen } = wordsOf(after)
  const project: Project = {
    id: system.newId(),
    streetId,
    motionId: id,
    councilId: council.id,
    gridPath: council.gridPath,
    title,
    who,
    budgetFen: costFen,
    milestones: milestones.map((one) => ({ ...one, doneAt: null })),
    state: 'planned',
    note: '',
  }
  await saveNewProject(tx, project, { kind: 'begin', personId: actor.personId, at: now })
  return ok({ id: project.id })
}

interface Taken {
  id: string
  version: number
  photoIds?: string[]
}

/** One step of those who carry it out, with the photos that belong to it. */
export async function takeProjectStep(
  { id, version, photoIds = [] }: Taken,
  event: ProjectStep,
  asking: Asking,
): Moved {
  const { tx, actor, system } = asking
  const { streetId } = system
  const kept = await findProjectForStep(tx, { streetId, id })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.project.councilId }))
  if (!council) return refuse('NOT_FOUND')
  if (!mayInCouncil(await standingIn(asking, council), 'project.run')) return refuse('FORBIDDEN')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const note = event.kind === 'finish' ? event.note : ''
  if (!mayBeShown(asking, note)) return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  if (!(await keepPhotos(asking, kept.project, event.kind, photoIds))) return refuse('PHOTO_REFUSED')
  const shown = await councilPhotos(asking, ['before', 'after'], [id])
  const after = step(kept.project, event, {
    now,
    comeFen: balanceOf(await moneyRows(tx, { streetId, id }).execute()).in,
    hasBefore: shown.some(({ subject }) => subject === 'before'),
    hasAfter: shown.some(({ subject }) => subject === 'after'),
  })
  if (!after.ok) return after
  const deed = { kind: event.kind, personId: actor.personId, at: now, note: noteOf(kept.project, event) }
  return ok({ id, version: await saveProjectStep(tx, kept, after.value, deed) })
}

const noteOf = ({ milestones }: Project, event: ProjectStep): string => {
  if (event.kind === 'finish') return event.note
  return event.kind === 'reach' ? (milestones[event.place]?.title ?? '') : ''
}

/** Photos everybody will see go the way of every public photo: shown once they have passed their check. */
async function keepPhotos(
  asking: Asking,
  { id }: Project,
  kind: ProjectStep['kind'],
  photoIds: string[],
): Promise<boolean> {
  const subject = kind === 'start' ? 'before' : 'after'
  const tied = await tieCouncilPhotos(asking, { subject, subjectId: id }, photoIds)
  if (tied) await sendToCheck(asking.tx, { system: asking.system, ids: photoIds, now: asking.now })
  return tied
}

/** 验收, 返工: a house signs the motion's own sheet; enough signatures move the project with it. */
export async function signProject(
  { id, unitId, good, words }: ParsedOf<'projects.sign'>,
  asking: Asking,
): Moved {
  const { tx, actor, system } = asking
  const { streetId } = system
  const { motion_id: motionId } = (await projectOf(asking, id)) ?? {}
  // The motion first, as everywhere.
  const kept = motionId === undefined ? undefined : await findMotionForStep(tx, { streetId, id: motionId })
  const council = kept && (await findCouncil(tx, { streetId, id: kept.motion.councilId }))
  const held = council && (await findProjectForStep(tx, { streetId, id }))
  if (!kept || !council || !held) return refuse('NOT_FOUND')
  if (!good && words.length < 2) return refuse('VALIDATION')
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  const refusal = whyNotSign(held.project)
  if (refusal) return refuse(refusal)
  const now = await asking.instant()
  const event = good
    ? ({ kind: 'accept', unitId } as const)
    : ({ kind: 'send_back', unitId, note: words } as const)
  const decision = decideMotion(event, { ...(await standingIn(asking, council)), motion: kept.motion, now })
  if (!decision.ok) return decision

  const { motion: after, grant } = decision.value
  await saveMotionStep(tx, kept, { after, event }, { personId: actor.personId, role: grant.role, at: now })
  await tellOfMotion(tx, system, { motion: after, event, council, now })
  const state = stateAfter(after)
  if (state === held.project.state) return ok({ id, version: held.version })
  const deed = { kind: state, personId: null, at: now }
  return ok({ id, version: await saveProjectStep(tx, held, { ...held.project, state }, deed) })
}

/** Accepted by enough, sent back by enough, or neither yet. */
function stateAfter(motion: Motion): Project['state'] {
  if (motion.state !== 'implementing') return 'accepted'
  const { acceptedBy, returnedBy = [] } = motion
  return acceptedBy.length + returnedBy.length === 0 ? 'rework' : 'to_accept'
}

export const projectOf = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('projects')
    .select(['motion_id', 'body', 'version'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The office that may run it, in its council. */
export async function runsIn(asking: Asking, council: Council): Promise<boolean> {
  return mayInCouncil(await standingIn(asking, council), 'project.run') !== null
}
