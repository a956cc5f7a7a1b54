import type { Project } from '#core/council/project'
import type { Tx } from '../storage/database'

export interface KeptProject {
  project: Project
  version: number
}

interface Asked {
  streetId: string
  id: string
}

/** Reads a project and keeps every other step on it waiting until this transaction ends. */
export const findProjectForStep = (tx: Tx, { streetId, id }: Asked): Promise<KeptProject | undefined> =>
  tx
    .selectFrom('projects')
    .select(['body as project', 'version'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

interface Deed {
  kind: string
  personId: string | null
  at: number
  note?: string
}

export async function saveNewProject(tx: Tx, project: Project, deed: Deed): Promise<void> {
  const { streetId, id } = project
  await tx
    .insertInto('projects')
    .values({ street_id: streetId, id, version: 1, body: project, begun_at: deed.at })
    .execute()
  await appendLine(tx, project, 1, deed)
}

/** Keeps one step on a project whose row is locked; answers its new version. */
export async function saveProjectStep(
  tx: Tx,
  { version }: KeptProject,
  after: Project,
  deed: Deed,
): Promise<number> {
  await tx
    .updateTable('projects')
    .set({ version: version + 1, body: after })
    .where('street_id', '=', after.streetId)
    .where('id', '=', after.id)
    .execute()
  await appendLine(tx, after, version + 1, deed)
  return version + 1
}

const appendLine = (
  tx: Tx,
  { streetId, id }: Project,
  seq: number,
  { kind, personId, at, note = '' }: Deed,
) =>
  tx
    .insertInto('project_events')
    .values({ street_id: streetId, project_id: id, seq, kind, at, actor_id: personId, note })
    .execute()

export const moneyRows = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('project_money')
    .select(['seq', 'direction', 'source', 'fen', 'words', 'by_id as byId', 'at', 'reverses'])
    .where('street_id', '=', streetId)
    .where('project_id', '=', id)
    .orderBy('seq')

/** The result has been public for its days: the project is over with its motion. */
export async function publishProject(
  tx: Tx,
  { streetId, motionId, now }: { streetId: string; motionId: string; now: number },
): Promise<void> {
  const kept = await tx
    .selectFrom('projects')
    .select(['body as project', 'version'])
    .where('street_id', '=', streetId)
    .where('motion_id', '=', motionId)
    .forUpdate()
    .executeTakeFirst()
  if (!kept) return
  const deed = { kind: 'published', personId: null, at: now }
  await saveProjectStep(tx, kept, { ...kept.project, state: 'published' }, deed)
}
