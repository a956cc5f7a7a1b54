import { sql } from 'kysely'
import { mayJoin } from '#core/people/joining'
import { takeCare } from '../care/take-over'
import { concernsIn, giveToGrid } from '../concerns/give-to-grid'
import { importedPersonId } from '../importing/people'
import type { System } from '../operation'
import { isAnyOf } from '../queries/any'
import type { Tx } from '../storage/database'
import { takeCouncilPlaces } from './council-places'
import { takeListed } from './imported-lists'
import { pseudonym } from './logins'
import { named } from './named'
import { noteJoined } from './note-joined'

type Keeping = Pick<System, 'streetId' | 'vault' | 'newId'>

interface Proven {
  personId: string
  phone: string
  now: number
}

/**
 * Lets a person whose number is proven take over the offices and the home that a file brought for it. He keeps his
 * login, his name for himself and all he has done; only what was written down about the number changes hands. The row
 * of `joined_persons` is taken under the imported person's lock, so of two who prove one number the first has it.
 * Answers whether he took something over just now.
 */
export async function joinImported(tx: Tx, keeping: Keeping, proven: Proven): Promise<boolean> {
  const { streetId, vault } = keeping
  const { personId, now } = proven
  const importedId = importedPersonId(vault, proven.phone)
  if (importedId === personId || !(await isWaiting(tx, streetId, importedId))) return false
  const joining = { streetId, importedId, personId, now }
  if (!mayJoin(await factsOf(tx, joining)).ok) return false

  await tx
    .insertInto('joined_persons')
    .values({ street_id: streetId, imported_id: importedId, person_id: personId, joined_at: now })
    .execute()
  await takeName(tx, joining)
  await takeHome(tx, joining)
  await takeOffices(tx, joining)
  await takeConcerns(tx, keeping, joining)
  await takeWords(tx, joining)
  await forget(tx, joining)
  await noteJoined(tx, keeping, {
    streetId,
    operation: 'people.joined',
    subjectId: importedId,
    personId,
    now,
  })
  return true
}

/**
 * Where a file's people went: imported id to the person who took over. Those the file names are locked, so that nobody
 * takes over from them while it is written.
 */
export async function joinedPersons(
  tx: Tx,
  { streetId, vault }: Pick<Keeping, 'streetId' | 'vault'>,
  phones: string[],
): Promise<Map<string, string>> {
  const ids = phones.map((phone) => importedPersonId(vault, phone))
  await sql`
    select id from persons where street_id = ${streetId} and ${isAnyOf('id', ids)}
    order by id for no key update`.execute(tx)
  const rows = await tx
    .selectFrom('joined_persons')
    .select(['imported_id', 'person_id'])
    .where('street_id', '=', streetId)
    .execute()
  return new Map(rows.map(({ imported_id, person_id }) => [imported_id, person_id]))
}

/** Those whose number was proven before a file brought it. */
export async function joinProven(
  tx: Tx,
  keeping: Keeping,
  { phones, now }: { phones: string[]; now: number },
): Promise<void> {
  const byIndex = new Map(phones.map((phone) => [keeping.vault.index(phone, 'phone'), phone]))
  if (byIndex.size === 0) return
  const proven = await tx
    .selectFrom('persons')
    .select(['id', 'phone_index'])
    .where('street_id', '=', keeping.streetId)
    .where('phone_verified_at', 'is not', null)
    .where('phone_index', 'is not', null)
    .orderBy('phone_verified_at')
    .orderBy('id')
    .execute()
  for (const { id, phone_index } of proven) {
    const phone = byIndex.get(phone_index ?? '')
    if (phone) await joinImported(tx, keeping, { personId: id, phone, now })
  }
}

interface Joining {
  streetId: string
  importedId: string
  personId: string
  now: number
}

/** There is such a person in the register, locked, and nobody has taken over from him. */
async function isWaiting(tx: Tx, streetId: string, importedId: string): Promise<boolean> {
  const imported = await tx
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', '=', importedId)
    .forUpdate()
    .executeTakeFirst()
  if (!imported) return false
  const taken = await tx
    .selectFrom('joined_persons')
    .select('person_id')
    .where('street_id', '=', streetId)
    .where('imported_id', '=', importedId)
    .executeTakeFirst()
  return taken === undefined
}

async function factsOf(tx: Tx, { streetId, importedId, personId, now }: Joining) {
  const grants = await tx
    .selectFrom('role_grants')
    .select(['person_id', 'role', 'granted_by', 'seconded_by'])
    .where('street_id', '=', streetId)
    .where('person_id', 'in', [importedId, personId])
    .where('to_at', '>', now)
    .execute()
  const proposed = await tx
    .selectFrom('head_appointments')
    .select('id')
    .where('street_id', '=', streetId)
    .where('person_id', '=', importedId)
    .where(sql<boolean>`${personId} in (body ->> 'nominatedBy', body ->> 'confirmedBy')`)
    .executeTakeFirst()
  const brought = grants.filter(({ person_id }) => person_id === importedId)
  return {
    held: grants.filter(({ person_id }) => person_id === personId).map(({ role }) => role),
    brought: brought.map(({ role }) => role),
    gaveItHimself:
      proposed !== undefined ||
      brought.some(({ granted_by, seconded_by }) => [granted_by, seconded_by].includes(personId)),
  }
}

/** An office is held under the name it was posted with; a neighbour keeps the name he has. */
async function takeName(tx: Tx, { streetId, importedId, personId, now }: Joining): Promise<void> {
  await sql`
    update persons p set
      birth_year = coalesce(i.birth_year, p.birth_year),
      public_name = case when exists (
        select from role_grants g
        where g.street_id = i.street_id and g.person_id = i.id and g.to_at > ${now}
      ) then i.public_name else p.public_name end
    from persons i
    where p.street_id = ${streetId} and p.id = ${personId} and i.street_id = p.street_id and i.id = ${importedId}`.execute(
    tx,
  )
}

/** One home at a time: the one he told of himself stays. Nobody vouches for his own. */
async function takeHome(tx: Tx, { streetId, importedId, personId, now }: Joining): Promise<void> {
  const elsewhere = sql`r.to_at is null and exists (
    select from residencies o
    where o.street_id = r.street_id and o.person_id = ${personId} and o.to_at is null
  )`
  await sql`
    update residencies r set
      person_id = ${personId},
      confirmed_at = case when r.confirmed_by = ${personId} then null else r.confirmed_at end,
      confirmed_by = case when r.confirmed_by = ${personId} then null else r.confirmed_by end,
      to_at = case when ${elsewhere} then greatest(${now}::bigint, r.from_at + 1) else r.to_at end,
      ended_kind = case when ${elsewhere} then 'moved' else r.ended_kind end
    where r.street_id = ${streetId} and r.person_id = ${importedId}`.execute(tx)
}

/** Where somebody is named for what he stands for. */
const STANDS_AS = [
  ['party_branches', 'secretary_id'],
  ['proxies', 'holder_id'],
  ['appraisal_sums', 'head_id'],
  ['guardianships', 'guardian_id'],
  ['meeting_signins', 'person_id'],
] as const

async function takeOffices(tx: Tx, { streetId, importedId, personId }: Joining): Promise<void> {
  for (const table of ['role_grants', 'office_requests'] as const) {
    await tx
      .updateTable(table)
      .set({ person_id: personId })
      .where('street_id', '=', streetId)
      .where('person_id', '=', importedId)
      .execute()
  }
  for (const [table, column] of STANDS_AS) {
    const [rows, named] = [sql.table(table), sql.ref(column)]
    await sql`
      update ${rows} set ${named} = ${personId} where street_id = ${streetId} and ${named} = ${importedId}`.execute(
      tx,
    )
  }
  await takeCouncilPlaces(tx, { streetId, importedId, personId })
  await tx
    .updateTable('score_lives')
    .set({ body: named('personId', personId) })
    .where('street_id', '=', streetId)
    .where('person_id', '=', importedId)
    .execute()
  await takeCare(tx, { streetId, importedId, personId })
  await takeListed(tx, { streetId, importedId, personId })
  await tx
    .updateTable('head_appointments')
    .set({ body: named('personId', personId) })
    .where('street_id', '=', streetId)
    .where('person_id', '=', importedId)
    .execute()
}

/** What stood on his desk stays there, but for what he had reported himself: that the grid handles. */
async function takeConcerns(tx: Tx, keeping: Keeping, joining: Joining): Promise<void> {
  const { streetId, importedId, personId, now } = joining
  await tx
    .updateTable('concerns')
    .set({ body: named('ownerId', personId) })
    .where('street_id', '=', streetId)
    .where('owner_id', '=', importedId)
    .execute()
  await tx
    .updateTable('concerns')
    .set({ body: named('aboutPersonId', personId) })
    .where('street_id', '=', streetId)
    .where(sql<boolean>`body ->> 'aboutPersonId' = ${importedId}`)
    .execute()
  const own = concernsIn(tx, streetId)
    .where('reporter_id', '=', personId)
    .where((is) =>
      is(
        'building_id',
        'in',
        is
          .selectFrom('role_grants')
          .select(sql<string>`building_id`.as('building_id'))
          .where('street_id', '=', streetId)
          .where('person_id', '=', personId)
          .where('role', '=', 'head')
          .where('to_at', '>', now),
      ),
    )
  await giveToGrid(tx, keeping, { onTheDesk: own, note: OWN_CONCERN, now })
}

const OWN_CONCERN = '这件事是楼栋长自己反映的，转给网格来办。'

/** What was written to the number before its holder came. */
async function takeWords(tx: Tx, { streetId, importedId, personId }: Joining): Promise<void> {
  await tx
    .updateTable('inbox_messages')
    .set({ person_id: personId })
    .where('street_id', '=', streetId)
    .where('person_id', '=', importedId)
    .execute()
}

/** Of the one who came by a file only the key is left, so that the next file finds who took over. */
async function forget(tx: Tx, { streetId, importedId }: Joining): Promise<void> {
  await tx
    .updateTable('persons')
    .set({
      public_name: await pseudonym(tx, streetId, importedId),
      phone_enc: null,
      phone_index: null,
      birth_year: null,
    })
    .where('street_id', '=', streetId)
    .where('id', '=', importedId)
    .execute()
}
