/** Who gets to see a kind of personal data. */
export type Onlooker = 'nobody' | 'self' | 'handlers' | 'grid' | 'readers' | 'everybody' | 'auditors'

/** How others see it: as it is, by its ends only (`138****0000`), or not at all. */
export type Shown = 'whole' | 'masked' | 'hidden'

/** What allows it (个人信息保护法 §13): his consent, the service he asked for, or the street's duty by law. */
export type Basis = 'consent' | 'service' | 'duty'

/**
 * How long it is kept: with the account, with the matter, with the office, as a record by law, until its owner
 * removes it, only on his phone, or so many days.
 */
export type Kept = 'account' | 'matter' | 'office' | 'record' | 'until_removed' | 'phone' | { days: number }

/** Why something outlives the account it belonged to (个人信息保护法 §47: then it is only stored). */
export type KeptWhy = 'public_matter' | 'counted' | 'public_office' | 'law' | 'house' | 'phone'

/**
 * What closing the account does: `erase`: gone; `sever`: stays, and nobody is behind it any more; `keep`: stays as
 * written, under the number of a person about whom nothing else is left.
 */
export type Erasure = { how: 'erase' } | { how: 'sever' | 'keep'; why: KeptWhy }

interface PersonalData {
  kind: string
  /** Where it lies, as `table.column` or `table.*`; none when it never leaves the phone. */
  columns: readonly string[]
  basis: Basis
  seenBy: Onlooker
  shown: Shown
  kept: Kept
  /** In the file of 导出: given word for word, or only told how much there is, since it says nothing to a reader. */
  export: 'given' | 'told'
  erasure: Erasure
}

const ERASE = { how: 'erase' } as const
const sever = <Why extends KeptWhy>(why: Why) => ({ how: 'sever', why }) as const
const keep = <Why extends KeptWhy>(why: Why) => ({ how: 'keep', why }) as const

/**
 * The catalogue of everything this system knows about a person (个人信息保护法 §17: kind, purpose, retention, who).
 * The notice shown to residents is drawn from it, so a kind that is missing here is missing there. Export, erasure
 * and the clock of retention have an entry for each kind, or do not compile; a test holds it against every column.
 */
export const PERSONAL_DATA = [
  {
    kind: 'wechat',
    columns: ['logins.*'],
    basis: 'service',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: 'account',
    export: 'told',
    erasure: ERASE,
  },
  {
    kind: 'session',
    columns: ['sessions.*'],
    basis: 'service',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: { days: 30 },
    export: 'told',
    erasure: ERASE,
  },
  {
    kind: 'phone',
    columns: ['persons.phone_enc', 'persons.phone_index', 'persons.phone_verified_at', 'person_keys.*'],
    basis: 'consent',
    seenBy: 'handlers',
    shown: 'masked',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'posted_phone',
    columns: ['posted_phones.*'],
    basis: 'consent',
    seenBy: 'everybody',
    shown: 'whole',
    kept: 'until_removed',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'name',
    columns: ['persons.public_name', 'persons.created_at', 'persons.erased_at'],
    basis: 'service',
    seenBy: 'everybody',
    shown: 'whole',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'age',
    columns: ['persons.birth_year'],
    basis: 'duty',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'avatar',
    columns: ['persons.avatar_id'],
    basis: 'consent',
    seenBy: 'everybody',
    shown: 'whole',
    kept: 'until_removed',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'home',
    columns: ['residencies.*'],
    basis: 'duty',
    seenBy: 'grid',
    shown: 'whole',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'matter',
    columns: ['concerns.body', 'concerns.reporter_id', 'concerns.owner_id', 'concern_events.detail'],
    basis: 'duty',
    seenBy: 'readers',
    shown: 'whole',
    kept: 'matter',
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'photos',
    columns: ['photos.sha256', 'photos.file_id', 'photos.uploader_id', 'photos.reason', 'dropped_files.*'],
    basis: 'service',
    seenBy: 'readers',
    shown: 'whole',
    kept: 'matter',
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'loose_photos',
    columns: ['photos.uploader_id', 'photos.created_at'],
    basis: 'service',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: { days: 30 },
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'place',
    columns: ['concerns.lat_e6', 'concerns.lng_e6'],
    basis: 'consent',
    seenBy: 'readers',
    shown: 'whole',
    kept: 'matter',
    export: 'given',
    erasure: sever('public_matter'),
  },
  {
    kind: 'joined',
    columns: ['endorsements.person_id', 'endorsements.at'],
    basis: 'service',
    seenBy: 'self',
    shown: 'hidden',
    kept: 'matter',
    export: 'given',
    erasure: keep('counted'),
  },
  {
    kind: 'messages',
    columns: ['inbox_messages.*'],
    basis: 'service',
    seenBy: 'self',
    shown: 'hidden',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'outbox',
    columns: ['outgoing_messages.*', 'message_grants.*'],
    basis: 'consent',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: { days: 90 },
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'office',
    columns: ['role_grants.*', 'head_appointments.*', 'office_requests.*'],
    basis: 'duty',
    seenBy: 'everybody',
    shown: 'whole',
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
      'hazards.body',
      'hazard_events.actor_id',
      'hazard_events.actor_role',
      'hazard_events.detail',
      'inspections.by_id',
      'inspections.note',
      'census_campaigns.opened_by',
      'census_campaigns.closed_by',
      'head_notices.author_id',
      'head_notices.author_role',
      'head_notice_houses.passed_by',
      'head_notice_houses.passed_at',
    ],
    basis: 'duty',
    seenBy: 'auditors',
    shown: 'whole',
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'looks',
    columns: ['access_log.*'],
    basis: 'duty',
    seenBy: 'auditors',
    shown: 'whole',
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'consents',
    columns: ['consents.*'],
    basis: 'duty',
    seenBy: 'self',
    shown: 'hidden',
    kept: 'record',
    export: 'given',
    erasure: keep('law'),
  },
  {
    kind: 'corrections',
    columns: ['corrections.*'],
    basis: 'duty',
    seenBy: 'grid',
    shown: 'whole',
    kept: 'account',
    export: 'given',
    erasure: ERASE,
  },
  {
    kind: 'closing',
    columns: ['account_closings.*'],
    basis: 'duty',
    seenBy: 'self',
    shown: 'hidden',
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
    seenBy: 'nobody',
    shown: 'hidden',
    kept: { days: 30 },
    export: 'told',
    erasure: ERASE,
  },
  {
    kind: 'calls',
    columns: ['call_counts.*'],
    basis: 'service',
    seenBy: 'nobody',
    shown: 'hidden',
    kept: { days: 1 },
    // The caller is a keyed hash: which rows are his nobody can tell.
    export: 'told',
    erasure: keep('counted'),
  },
  {
    kind: 'drafts',
    columns: [],
    basis: 'service',
    seenBy: 'self',
    shown: 'hidden',
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
