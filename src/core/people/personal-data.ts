import type { KeptWhy, PersonalData } from './personal-data-row'

const ERASE = { how: 'erase' } as const
const BY_NOBODY = { seenBy: 'nobody', shown: 'hidden' } as const
const BY_HIM = { seenBy: 'self', shown: 'hidden' } as const
const BY_ALL = { seenBy: 'everybody', shown: 'whole' } as const
const BY_READERS = { seenBy: 'readers', shown: 'whole' } as const
const BY_AUDITORS = { seenBy: 'auditors', shown: 'whole' } as const
const BY_THE_GRID = { seenBy: 'grid', shown: 'whole' } as const
const GIVEN_ERASED = { export: 'given', erasure: ERASE } as const
const TOLD_ERASED = { export: 'told', erasure: ERASE } as const
const sever = <Why extends KeptWhy>(why: Why) => ({ how: 'sever', why }) as const
const keep = <Why extends KeptWhy>(why: Why) => ({ how: 'keep', why }) as const

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
    kind: 'avatar',
    columns: ['persons.avatar_id'],
    basis: 'consent',
    ...BY_ALL,
    kept: 'until_removed',
    ...GIVEN_ERASED,
  },
  {
    kind: 'home',
    columns: ['residencies.*'],
    basis: 'duty',
    ...BY_THE_GRID,
    kept: 'account',
    ...GIVEN_ERASED,
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
    kept: 'matter',
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
  {
    kind: 'office',
    columns: ['role_grants.*', 'head_appointments.*', 'office_requests.*'],
    basis: 'duty',
    ...BY_ALL,
    kept: 'office',
    export: 'given',
    erasure: keep('public_office'),
  },
  {
    kind: 'dangers',
    columns: ['hazards.*', 'hazard_events.*'],
    basis: 'duty',
    ...BY_THE_GRID,
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'objections',
    columns: ['head_appointments.body'],
    basis: 'duty',
    ...BY_THE_GRID,
    kept: 'office',
    export: 'given',
    erasure: keep('public_office'),
  },
  {
    kind: 'deeds',
    columns: [
      'audit_log.*',
      'concern_events.actor_id',
      'concern_events.actor_role',
      'photos.decided_by',
      'photos.decided_at',
      'buildings.graded_by',
      'buildings.graded_at',
      'registrations.body',
      'registrations.drafted_by',
      'registrations.checked_by',
      'inspections.*',
      'census_campaigns.*',
      'head_notices.*',
      'head_notice_houses.*',
    ],
    basis: 'duty',
    ...BY_AUDITORS,
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'looks',
    columns: ['access_log.*'],
    basis: 'duty',
    ...BY_AUDITORS,
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'consents',
    columns: ['consents.*'],
    basis: 'duty',
    ...BY_HIM,
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'corrections',
    columns: ['corrections.*'],
    basis: 'duty',
    ...BY_THE_GRID,
    kept: 'account',
    ...GIVEN_ERASED,
  },
  {
    kind: 'closing',
    columns: ['account_closings.*'],
    basis: 'duty',
    ...BY_HIM,
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'house_contact',
    columns: [
      'registrations.owner_enc',
      'registrations.owner_index',
      'registrations.manager_enc',
      'registrations.manager_index',
    ],
    basis: 'duty',
    seenBy: 'grid',
    shown: 'hidden',
    kept: 'record',
    // Whose number it is nobody has checked: an account is no proof that the house is his.
    export: 'told',
    erasure: keep('house'),
  },
  {
    kind: 'repeats',
    columns: ['commands.*'],
    basis: 'service',
    ...BY_NOBODY,
    kept: { days: 30 },
    ...TOLD_ERASED,
  },
  {
    kind: 'calls',
    columns: ['call_counts.*'],
    basis: 'service',
    ...BY_NOBODY,
    kept: { days: 1 },
    // The caller is a keyed hash: which rows are his nobody can tell.
    export: 'told',
    erasure: keep('counted'),
  },
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
