import { sql } from 'kysely'
import type { InferOutput } from 'valibot'
import type { card } from '#contracts/concerns'
import type { Concern, Place } from '#core/concerns/concern'
import { type CommunityKind, holderWords } from '../concerns/holder-words'
import { bodyNow } from '../concerns/owner'
import type { Asking } from '../operation'
import { type ThumbRow, thumbColumns, thumbOf } from './photos'

export type Card = InferOutput<typeof card>

/** What one row of any list is drawn from. */
export interface CardRow extends ThumbRow {
  id: string
  body: Concern
  changed_at: number
  building_label: string | null
  building_no: number | null
  owner_name: string | null
  department_name: string | null
  community_kind: CommunityKind
  endorsements: number
}

/** Concerns of this street with everything a card shows; callers add which, in what order and how many. */
export const cardRows = ({ tx, now, system }: Asking) =>
  tx
    .selectFrom('concerns as c')
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'c.street_id').onRef('b.id', '=', 'c.building_id'),
    )
    .leftJoin('persons as o', (on) =>
      on.onRef('o.street_id', '=', 'c.street_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .leftJoin('departments as d', (on) =>
      on.onRef('d.street_id', '=', 'c.street_id').onRef('d.id', '=', 'c.department_id'),
    )
    .where('c.street_id', '=', system.streetId)
    .select([
      'c.id',
      bodyNow(now).as('body'),
      'c.changed_at',
      'b.label as building_label',
      'b.no as building_no',
    ])
    .select(['o.public_name as owner_name', 'd.name as department_name', communityKind, endorsements])
    .select(thumbColumns)

/** What its level-1 grid is: residents say 社区 or 村委会, never both. */
const communityKind = sql<CommunityKind>`(
  select g.kind from grids g
  where g.street_id = c.street_id
    and g.path = split_part(c.grid_path, '.', 1) || '.' || split_part(c.grid_path, '.', 2)
)`.as('community_kind')

const endorsements = sql<number>`(
  select count(*)::int from endorsements e where e.street_id = c.street_id and e.concern_id = c.id
)`.as('endorsements')

/** The row as people see it: nothing in it tells who reported. */
export function cardOf(row: CardRow, asking: Asking): Card {
  const { body: concern } = row
  return {
    id: concern.id,
    no: concern.no,
    category: concern.category,
    title: concern.title,
    state: concern.state,
    level: concern.level,
    severity: concern.severity,
    visibility: concern.visibility,
    placeLabel: placeLabel(concern.place, row.building_label),
    buildingNo: row.building_no,
    submittedAt: concern.submittedAt,
    changedAt: row.changed_at,
    contactDueAt: concern.contactedAt === null ? concern.contactDueAt : null,
    dueAt: concern.resolveDueAt,
    holder: holderOf(concern, row),
    endorsements: row.endorsements,
    thumb: thumbOf(concern, row, asking),
    rating: concern.state === 'closed' ? (concern.rating?.stars ?? null) : null,
  }
}

const holderOf = ({ desk, ownerId }: Concern, row: CardRow): string =>
  holderWords(desk, {
    owner: ownerId && row.owner_name,
    department: row.department_name,
    kind: row.community_kind,
  })

/** "12栋后巷": words that begin with the building say it already. */
export const placeLabel = (place: Place, building: string | null): string =>
  building && !place.words.startsWith(building) ? `${building} ${place.words}`.trim() : place.words
