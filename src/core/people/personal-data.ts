import {
  BY_ALL,
  BY_HIM,
  BY_NOBODY,
  BY_READERS,
  BY_THE_GRID,
  GIVEN_ERASED,
  keep,
  type PersonalData,
  sever,
  TOLD_ERASED,
} from './personal-data-row'
import { PERSONAL_RECORDS } from './personal-records'

/**
 * The catalogue of everything this system knows about a person (个人信息保护法 §17: kind, purpose, retention, who).
 * The notice shown to residents is drawn from it, so a kind that is missing here is missing there. Export, erasure
 * and the clock of retention have an entry for each kind, or do not compile; a test holds it against every column.
 */
export const PERSONAL_DATA = [
  { kind: 'wechat', columns: ['logins.*'], basis: 'service', ...BY_NOBODY, kept: 'account', ...TOLD_ERASED },
  {
    kind: 'session',
    columns: ['sessions.*'],
    basis: 'service',
    ...BY_NOBODY,
    kept: { days: 30 },
    ...TOLD_ERASED,
  },
  {
    kind: 'phone',
    columns: ['persons.phone_enc', 'persons.phone_index', 'persons.phone_verified_at', 'person_keys.*'],
    basis: 'consent',
    seenBy: 'handlers',
    shown: 'masked',
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'posted_phone',
    columns: ['posted_phones.*'],
    basis: 'consent',
    ...BY_ALL,
    kept: 'until_removed',
    ...GIVEN_ERASED,
  },
  {
    kind: 'name',
    columns: ['persons.public_name', 'persons.created_at', 'persons.erased_at'],
    basis: 'service',
    ...BY_ALL,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'age',
    columns: ['persons.birth_year'],
    basis: 'duty',
    ...BY_NOBODY,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'birth',
    columns: ['persons.birth_enc'],
    basis: 'duty',
    ...BY_HIM,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'household',
    columns: ['households.*', 'household_members.*', 'household_representatives.*'],
    basis: 'duty',
    ...BY_HIM,
    kept: 'account',
    export: 'given',
    erasure: sever('counted'),
  },
  {
    kind: 'guardian',
    columns: ['guardianships.*'],
    basis: 'duty',
    ...BY_HIM,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  // Who he is, is the guardian's to keep; that he agreed, and took it back, has to be shown for as long as asked.
  {
    kind: 'child',
    columns: ['children.*', 'child_consents.*'],
    basis: 'consent',
    ...BY_HIM,
    kept: 'account',
    export: 'given',
    erasure: sever('law'),
  },
  {
    kind: 'helped',
    columns: ['helped_persons.*'],
    basis: 'consent',
    seenBy: 'handlers',
    shown: 'masked',
    kept: { days: 180 },
    ...GIVEN_ERASED,
  },
  {
    kind: 'avatar',
    columns: ['persons.avatar_id'],
    basis: 'consent',
    ...BY_ALL,
    kept: 'until_removed',
    ...GIVEN_ERASED,
  },
  {
    kind: 'home',
    columns: ['residencies.*', 'residency_vouchings.*'],
    basis: 'duty',
    ...BY_THE_GRID,
    kept: 'account',
    export: 'given',
    erasure: sever('counted'),
  },
  {
    kind: 'matter',
    columns: ['concerns.body', 'concerns.reporter_id', 'concerns.owner_id', 'concern_events.detail'],
    basis: 'duty',
    ...BY_READERS,
    kept: 'matter',
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'photos',
    columns: ['photos.sha256', 'photos.file_id', 'photos.uploader_id', 'photos.reason', 'dropped_files.*'],
    basis: 'service',
    ...BY_READERS,
    kept: 'matter',
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'loose_photos',
    columns: ['photos.uploader_id', 'photos.created_at'],
    basis: 'service',
    ...BY_NOBODY,
    kept: { days: 30 },
    ...GIVEN_ERASED,
  },
  {
    kind: 'place',
    columns: ['concerns.lat_e6', 'concerns.lng_e6'],
    basis: 'consent',
    ...BY_READERS,
    // Afterwards only about where it was: `roughly` in core/concerns/place.
    kept: { days: 180 },
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'joined',
    columns: ['endorsements.person_id', 'endorsements.at'],
    basis: 'service',
    ...BY_HIM,
    kept: 'matter',
    export: 'given',
    erasure: keep('counted'),
  },
  {
    kind: 'messages',
    columns: ['inbox_messages.*'],
    basis: 'service',
    ...BY_HIM,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'outbox',
    columns: ['outgoing_messages.*', 'message_grants.*'],
    basis: 'consent',
    ...BY_NOBODY,
    kept: { days: 90 },
    ...GIVEN_ERASED,
  },
  ...PERSONAL_RECORDS,
  {
    kind: 'drafts',
    columns: [],
    basis: 'service',
    ...BY_HIM,
    kept: 'phone',
    export: 'told',
    erasure: keep('phone'),
  },
] as const satisfies readonly PersonalData[]

export type DataRow = (typeof PERSONAL_DATA)[number]
export type DataKind = DataRow['kind']

/** Kinds with a limit in days: each has its sweep. */
export type PassingKind = Extract<DataRow, { kept: { days: number } }>['kind']
/** Kinds whose words are in the file of 导出. */
export type GivenKind = Extract<DataRow, { export: 'given' }>['kind']
/** Kinds that closing the account does something to. */
export type ErasedKind = Extract<DataRow, { erasure: { how: 'erase' | 'sever' } }>['kind']

const DAY = 86_400_000

/** How long a passing kind is kept, in milliseconds. */
export function keptFor(kind: PassingKind): number {
  const row = PERSONAL_DATA.find((one) => one.kind === kind)
  if (!row || typeof row.kept === 'string') throw new Error(`${kind} has no limit in days`)
  return row.kept.days * DAY
}
