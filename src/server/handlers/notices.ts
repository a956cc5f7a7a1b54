import { type SqlBool, sql } from 'kysely'
import { mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { officeWords } from '../concerns/holder-words'
import { headedUnder } from '../heads/rows'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'
import { isAnyOf } from '../queries/any'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { insertAll } from '../storage/insert-all'

type NoticeOperation = 'notices.write' | 'notices.to_pass' | 'notices.pass_on' | 'notices.written'

export const noticeHandlers: HandlersOf<NoticeOperation> = {
  'notices.write': async ({ gridPath, title, words }, asking) => {
    const { tx, actor, now, system } = asking
    const office = mayAt(actor, 'notice.write', { gridPath, buildingId: null })
    if (!office || !actor.personId) return refuse('FORBIDDEN')
    if (!(await gridExists(asking, gridPath))) return refuse('NOT_FOUND')
    const id = system.newId()
    const street = { street_id: system.streetId }
    await tx
      .insertInto('head_notices')
      .values({
        ...street,
        id,
        grid_path: gridPath,
        title,
        words,
        author_id: actor.personId,
        author_role: office.role,
        at: now,
      })
      .execute()
    const houses = await headedUnder(asking, gridPath)
    const rows = houses.map((building_id) => ({ ...street, notice_id: id, building_id }))
    await insertAll(tx, 'head_notice_houses', rows)
    await tellHeads(asking, { houses, title })
    return ok({ id, houses: houses.length })
  },

  'notices.to_pass': async (_, asking) => {
    const rows = await housesToPass(asking)
      .innerJoin('head_notices as n', (on) =>
        on.onRef('n.street_id', '=', 'h.street_id').onRef('n.id', '=', 'h.notice_id'),
      )
      .innerJoin('persons as p', (on) =>
        on.onRef('p.street_id', '=', 'n.street_id').onRef('p.id', '=', 'n.author_id'),
      )
      .innerJoin('buildings as b', (on) =>
        on.onRef('b.street_id', '=', 'h.street_id').onRef('b.id', '=', 'h.building_id'),
      )
      .select(['n.id', 'n.title', 'n.words', 'n.at', 'n.author_role', 'p.public_name'])
      .select(['b.id as buildingId', 'b.label as buildingLabel'])
      .orderBy('n.at', 'desc')
      .orderBy('b.no')
      .limit(50)
      .execute()
    return ok({
      items: rows.map(({ author_role, public_name, ...row }) => ({
        ...row,
        by: officeWords(author_role, public_name, null),
      })),
    })
  },

  'notices.pass_on': async ({ id, buildingId }, { tx, actor, now, system }) => {
    if (!mayAt(actor, 'notice.pass_on', { gridPath: '', buildingId })) return refuse('FORBIDDEN')
    const passed = await tx
      .updateTable('head_notice_houses')
      .set({ passed_by: actor.personId, passed_at: now })
      .where('street_id', '=', system.streetId)
      .where('notice_id', '=', id)
      .where('building_id', '=', buildingId)
      .where('passed_at', 'is', null)
      .executeTakeFirst()
    return Number(passed.numUpdatedRows) === 0 ? refuse('NOT_FOUND') : ok({ done: true })
  },

  'notices.written': async ({ cursor }, asking) => {
    const { tx, actor, system } = asking
    const after = readCursor(cursor)
    if (!after.ok) return after
    let mine = tx
      .selectFrom('head_notices as n')
      .innerJoin('grids as g', (on) =>
        on.onRef('g.street_id', '=', 'n.street_id').onRef('g.path', '=', 'n.grid_path'),
      )
      .select(['n.id', 'n.title', 'n.words', 'n.at', 'g.name as gridName', houses, passed])
      .where('n.street_id', '=', system.streetId)
      .where('n.author_id', '=', actor.personId)
      .orderBy('n.at', 'desc')
      .orderBy('n.id', 'desc')
      .limit(PAGE + 1)
    if (after.value) mine = mine.where(sql<SqlBool>`(n.at, n.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await mine.execute(), ({ at, id }) => ({ at, id }))
    return ok({ items: page.rows, cursor: page.cursor })
  },
}

const ofNotice = sql`from head_notice_houses h where h.street_id = n.street_id and h.notice_id = n.id`
const houses = sql<number>`(select count(*)::int ${ofNotice})`.as('houses')
const passed = sql<number>`(select count(h.passed_at)::int ${ofNotice})`.as('passed')

/** Houses this person heads in which a notice waits. */
const housesToPass = ({ tx, actor, system }: Asking) =>
  tx
    .selectFrom('head_notice_houses as h')
    .where('h.street_id', '=', system.streetId)
    .where('h.passed_at', 'is', null)
    .where('h.building_id', 'in', [
      '',
      ...actor.grants.flatMap(({ role, buildingId }) => (role === 'head' && buildingId ? [buildingId] : [])),
    ])

async function gridExists({ tx, system }: Asking, path: string): Promise<boolean> {
  const found = await tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .executeTakeFirst()
  return found !== undefined
}

/** One message a head, however many houses he has. */
async function tellHeads(asking: Asking, { houses, title }: { houses: string[]; title: string }) {
  if (houses.length === 0) return
  const { tx, now, system, actor } = asking
  const heads = await tx
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('street_id', '=', system.streetId)
    .where('role', '=', 'head')
    .where(isAnyOf('building_id', houses))
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .where('person_id', '<>', actor.personId)
    .orderBy('person_id')
    .execute()
  const personIds = heads.map(({ person_id }) => person_id)
  await tellPeople(tx, system, { personIds, kind: 'head_notice', title, now })
}
