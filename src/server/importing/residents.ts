import { dayName, dayOf } from '#core/concerns/calendar'
import type { GridPath } from '#core/grids/grid'
import { FILE_WORDS, RESIDENT_SHEET } from '#core/importing/sheets'
import type { BornIn } from '#core/people/age'
import { isPhoneWhole, MOST_IN_FILE } from '#core/residences/file'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { openBirth } from '../people/birth'
import { noteLooks } from '../people/note-look'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'
import { maskPhone } from '../people/vault'
import { under } from '../queries/under'
import { homeRows, residenceOf } from '../residences/rows'
import type { Table } from './template'
import { wordOf } from './words-of'

interface Wanted {
  gridPath: GridPath
  /** What the file is for; everybody on it reads this. */
  purpose: string
  withPhones: boolean
}

/**
 * Who lives under a grid, with the headings of the import; when somebody was born is left out. Each of them finds in
 * his own log who took it along, and what for.
 */
export async function residentTable(
  asking: Asking,
  { gridPath, purpose, withPhones }: Wanted,
): Promise<Result<Table>> {
  const rows = await livingUnder(asking, gridPath)
  if (rows.length > MOST_IN_FILE) return refuse('FILE_TOO_LONG')
  await noteLooks(
    asking,
    rows.map(({ person_id }) => ({ subjectId: person_id, what: 'residents_exported', reason: purpose })),
  )
  const { name, phone, building, kind, floating, since } = RESIDENT_SHEET.columns
  const headings = [name, phone, building, kind, floating, since].map(({ heading }) => heading)
  return ok({
    name: '居民',
    rows: [[...headings, '楼栋', '认过没有'], ...rows.map((row) => cellsOf(asking, row, withPhones))],
  })
}

const livingUnder = (asking: Asking, gridPath: GridPath) =>
  homeRows(asking)
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'r.street_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['p.public_name as name', 'p.phone_enc', 'p.birth_year', 'p.birth_enc'])
    .select(keyOf('p.street_id', 'p.id').as('key_enc'))
    .where('r.to_at', 'is', null)
    .where(under('b.grid_path', gridPath))
    .orderBy('b.grid_path')
    .orderBy('b.no')
    .orderBy('r.from_at')
    .orderBy('r.id')
    .limit(MOST_IN_FILE + 1)
    .execute()

type Row = Awaited<ReturnType<typeof livingUnder>>[number]

function cellsOf({ now, system }: Asking, row: Row, withPhones: boolean): Table['rows'][number] {
  const whole = isPhoneWhole({ withPhones, born: bornIn(system, row), now })
  const phone =
    row.phone_enc && openPhone(system.vault, { ...row, id: row.person_id, phone_enc: row.phone_enc })
  const residence = residenceOf(row)
  const isKnown =
    residence.state === 'confirmed' && (residence.expiresAt === null || residence.expiresAt > now)
  return [
    row.name,
    phone && (whole ? phone : maskPhone(phone)),
    row.building_id,
    wordOf(FILE_WORDS.residency, row.kind),
    row.floating ? '是' : '否',
    dayName(dayOf(row.from_at)),
    row.label,
    isKnown ? '认过' : '还没认',
  ]
}

/** A year alone, from a file, counts as its last month: nobody is taken for grown too early. */
const bornIn = ({ vault }: Asking['system'], { person_id, birth_enc, birth_year }: Row): BornIn | null => {
  if (birth_enc) return openBirth(vault, person_id, birth_enc)
  return birth_year === null ? null : { year: birth_year, month: 12 }
}
