import { sql } from 'kysely'
import type { Tx } from '../storage/database'

interface Joining {
  streetId: string
  importedId: string
  personId: string
}

/** Where a council names somebody for what he is in it. */
const PLACES = [
  ['councils', 'chair_id'],
  ['councils', 'secretary_id'],
  ['council_units', 'person_id'],
] as const

/** 议事会: his office in it, his place in its list, and that others named him for an office before he came. */
export async function takeCouncilPlaces(tx: Tx, { streetId, importedId, personId }: Joining): Promise<void> {
  for (const [table, column] of PLACES) {
    const named = sql.ref(column)
    await sql`
      update ${sql.table(table)} set ${named} = ${personId}
      where street_id = ${streetId} and ${named} = ${importedId}`.execute(tx)
  }
  await sql`
    update motions m set body = jsonb_set(m.body, '{election,candidates}', (
      select jsonb_agg(case when c ->> 'personId' = ${importedId}
        then c || jsonb_build_object('personId', ${personId}::text) else c end order by place)
      from jsonb_array_elements(m.body -> 'election' -> 'candidates') with ordinality as one (c, place)
    ))
    where m.street_id = ${streetId} and m.body -> 'election' -> 'candidates'
      @> jsonb_build_array(jsonb_build_object('personId', ${importedId}::text))`.execute(tx)
}
