import type { OutputOf } from '#contracts/operations'
import { balanceOf } from '#core/council/ledger'
import { wordsOf } from '#core/council/motion'
import { mayStep, PROJECT_STEPS, VISIBLE_PROJECT } from '#core/council/project'
import { ACCEPTING_UNITS } from '#core/council/steps/decision'
import type { GridPath } from '#core/grids/grid'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import { concernOf } from './concern-of'
import { findCouncil, unitsOf } from './load'
import { councilPhotos } from './photos'
import { moneyRows } from './project-rows'
import { projectOf, runsIn } from './projects'
import { labelsOf } from './seats'

type View = OutputOf<'projects.get'>

/** 落实: steps, money, before and after, signatures; and the way back to the vote and to the concern. */
export async function showProject(id: string, asking: Asking): Promise<Result<View>> {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await projectOf(asking, id)
  const council = kept && (await findCouncil(tx, { streetId, id: kept.body.councilId }))
  if (!kept || !council) return refuse('NOT_FOUND')
  const { body: project, version } = kept
  const { body: motion } = await tx
    .selectFrom('motions')
    .select('body')
    .where('street_id', '=', streetId)
    .where('id', '=', project.motionId)
    .executeTakeFirstOrThrow()
  const signed = motion.state === 'implementing' ? motion : { acceptedBy: [], returnedBy: [] }
  const accepted = motion.state === 'implementing' ? motion.acceptedBy : await signaturesOf(asking, motion.id)
  const { returnedBy = [] } = signed
  const own = await unitsOf(asking, council)
  const labels = await labelsOf(asking, [...accepted, ...returnedBy, ...own])
  const named = (ids: readonly string[]) => ids.map((unitId) => ({ unitId, label: labels.get(unitId) ?? '' }))
  const mayRun = await runsIn(asking, council)
  const { title, state, who, note, budgetFen, milestones } = project
  return ok({
    id,
    version,
    title,
    state,
    who,
    note,
    budgetFen,
    milestones,
    motion: { id: motion.id, title: wordsOf(motion).title },
    concern: await concernOf(asking, motion.concernId),
    before: await shownPhotos(asking, id, 'before'),
    after: await shownPhotos(asking, id, 'after'),
    money: await moneyOf(asking, id),
    acceptedBy: named(accepted),
    returnedBy: named(returnedBy),
    needed: ACCEPTING_UNITS,
    unitKind: council.unitKind,
    publicUntil: motion.state === 'result_publicity' ? motion.publicity.until : null,
    timeline: await timelineOf(asking, id),
    toSign:
      state === 'to_accept' ? named(own.filter((one) => ![...accepted, ...returnedBy].includes(one))) : [],
    may: mayRun ? PROJECT_STEPS.filter((kind) => mayStep(project, kind)) : [],
    mayRun,
  })
}

/** Units whose signatures carried it: those since the work was last called done. */
async function signaturesOf({ tx, system }: Asking, motionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('motion_events')
    .select('detail')
    .where('street_id', '=', system.streetId)
    .where('motion_id', '=', motionId)
    .where('kind', '=', 'accept')
    .orderBy('seq', 'desc')
    .limit(ACCEPTING_UNITS)
    .execute()
  return rows.flatMap(({ detail: { unitId } }) => (typeof unitId === 'string' ? [unitId] : []))
}

/** What has passed its check, for everybody; the rest for the one who took it. */
async function shownPhotos(asking: Asking, id: string, subject: 'before' | 'after') {
  const { actor, now, system } = asking
  const photos = await councilPhotos(asking, [subject], [id])
  return photos
    .filter(({ state, uploaderId }) => state === 'pass' || uploaderId === actor.personId)
    .map((one) => ({
      id: one.id,
      url: system.photoLinks.url(one.id, one.state === 'pass' ? 'all' : 'insiders', now),
    }))
}

async function moneyOf(asking: Asking, id: string): Promise<View['money']> {
  const rows = await moneyRows(asking.tx, { streetId: asking.system.streetId, id }).execute()
  const names = await personNames(
    asking,
    rows.map(({ byId }) => byId),
  )
  return {
    ...balanceOf(rows),
    lines: rows.map(({ byId, ...line }) => ({
      ...line,
      by: names.get(byId) ?? '',
      reversed: rows.some(({ reverses }) => reverses === line.seq),
    })),
  }
}

async function timelineOf(asking: Asking, id: string): Promise<View['timeline']> {
  const rows = await asking.tx
    .selectFrom('project_events')
    .select(['seq', 'kind', 'at', 'actor_id', 'note'])
    .where('street_id', '=', asking.system.streetId)
    .where('project_id', '=', id)
    .orderBy('seq')
    .execute()
  const names = await personNames(
    asking,
    rows.map(({ actor_id }) => actor_id),
  )
  return rows.map(({ actor_id, ...line }) => ({ ...line, by: actor_id ? (names.get(actor_id) ?? '') : '' }))
}

export async function listProjects(
  councilId: string,
  { tx, system }: Asking,
): Promise<Result<OutputOf<'projects.list'>>> {
  const rows = await tx
    .selectFrom('projects')
    .select('body')
    .where('street_id', '=', system.streetId)
    .where('council_id', '=', councilId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return ok({
    items: rows.map(({ body: { id, title, state, who, budgetFen, milestones } }) => ({
      id,
      title,
      state,
      who,
      budgetFen,
      milestones: milestones.length,
      done: milestones.filter(({ doneAt }) => doneAt !== null).length,
    })),
  })
}

/** What the councils of a grid have begun or done, the newest first. */
export async function projectsOfGrid(
  gridPath: GridPath,
  { tx, system }: Asking,
): Promise<Result<OutputOf<'projects.of_grid'>>> {
  const rows = await tx
    .selectFrom('projects as p')
    .innerJoin('councils as c', (on) =>
      on.onRef('c.street_id', '=', 'p.street_id').onRef('c.id', '=', 'p.council_id'),
    )
    .select('p.body')
    .where('p.street_id', '=', system.streetId)
    .where('p.state', 'in', VISIBLE_PROJECT)
    .where(under('c.grid_path', gridPath))
    .orderBy('p.begun_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(50)
    .execute()
  return ok({ items: rows.map(({ body: { id, title, state } }) => ({ id, title, state })) })
}

/** The project a resolution became, if it has begun. */
export async function projectOfMotion({ tx, system }: Asking, motionId: string) {
  const row = await tx
    .selectFrom('projects')
    .select(['id', 'state'])
    .where('street_id', '=', system.streetId)
    .where('motion_id', '=', motionId)
    .executeTakeFirst()
  return row ?? null
}
