import { sql } from 'kysely'
import type { Place } from '#core/people/place-rights'
import type { Asking } from '../operation'

interface ShownDeed {
  photo_id: string
  grid_path: string
  title: string
}

/** Photos that show what a grid has done, each with what it shows and where: a project, a goal, a change. */
export const shownDeed = ({ system: { streetId } }: Asking) =>
  sql<ShownDeed>`(
    select s.photo_id, k.grid_path, p.body ->> 'title' as title from council_photos s
      join projects p on p.street_id = s.street_id and p.id = s.subject_id
      join councils k on k.street_id = p.street_id and k.id = p.council_id
      where s.street_id = ${streetId} and s.subject in ('before', 'after')
    union all
    select s.photo_id, g.grid_path, g.body ->> 'text' from council_photos s
      join weekly_goals g on g.street_id = s.street_id and g.id = s.subject_id
      where s.street_id = ${streetId} and s.subject = 'goal'
    union all
    select s.photo_id, m.grid_path, m.body ->> 'title' from council_photos s
      join monthly_changes m on m.street_id = s.street_id and m.id = s.subject_id
      where s.street_id = ${streetId} and s.subject in ('change_before', 'change_after')
  )`.as<'deed'>('deed')

/** Where the deed lies that a photo shows; `null` for a photo of anything else. */
export async function deedOf(asking: Asking, photoId: string): Promise<{ home: Place } | null> {
  const deed = await asking.tx
    .selectFrom(shownDeed(asking))
    .select('deed.grid_path')
    .where('deed.photo_id', '=', photoId)
    .executeTakeFirst()
  return deed ? { home: { gridPath: deed.grid_path, buildingId: null } } : null
}
