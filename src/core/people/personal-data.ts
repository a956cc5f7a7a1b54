/** Who gets to see a kind of personal data. */
export type Onlooker = 'nobody' | 'self' | 'handlers' | 'grid' | 'readers' | 'everybody'

/** How long it is kept: with the account, with the matter, until its owner removes it, or only on his phone. */
export type Kept = 'account' | 'matter' | 'until_removed' | 'phone' | { days: number }

interface PersonalData {
  kind: string
  /** Where it lies, as `table.column`; none when it never leaves the phone. */
  columns: readonly string[]
  seenBy: Onlooker
  kept: Kept
}

/**
 * The catalogue of everything this system knows about a person (个人信息保护法 §17: kind, purpose, retention, who).
 * The notice shown to residents is drawn from it, so a kind that is missing here is missing there.
 */
export const PERSONAL_DATA = [
  { kind: 'wechat', columns: ['logins.subject', 'logins.openid_enc'], seenBy: 'nobody', kept: 'account' },
  { kind: 'session', columns: ['sessions.token_hash'], seenBy: 'nobody', kept: { days: 30 } },
  {
    kind: 'phone',
    columns: ['persons.phone_enc', 'persons.phone_index', 'persons.phone_verified_at'],
    seenBy: 'handlers',
    kept: 'account',
  },
  { kind: 'name', columns: ['persons.public_name'], seenBy: 'everybody', kept: 'account' },
  { kind: 'avatar', columns: ['persons.avatar_id'], seenBy: 'everybody', kept: 'until_removed' },
  { kind: 'home', columns: ['residencies.building_id', 'residencies.kind'], seenBy: 'grid', kept: 'account' },
  {
    kind: 'matter',
    columns: ['concerns.body', 'concern_events.detail'],
    seenBy: 'readers',
    kept: 'matter',
  },
  {
    kind: 'council',
    columns: ['motions.body', 'motion_speeches.words', 'motion_voices.words'],
    seenBy: 'everybody',
    kept: 'matter',
  },
  {
    kind: 'ballot',
    columns: ['ballots.person_id', 'ballots.sealed', 'poll_participants.receipt'],
    seenBy: 'everybody',
    kept: 'matter',
  },
  { kind: 'photos', columns: ['photos.sha256', 'photos.uploader_id'], seenBy: 'readers', kept: 'matter' },
  { kind: 'place', columns: ['concerns.lat_e6', 'concerns.lng_e6'], seenBy: 'readers', kept: 'matter' },
  { kind: 'joined', columns: ['endorsements.person_id'], seenBy: 'self', kept: 'matter' },
  {
    kind: 'messages',
    columns: ['inbox_messages.detail', 'outgoing_messages.kind', 'message_grants.template'],
    seenBy: 'self',
    kept: 'account',
  },
  {
    kind: 'looks',
    columns: ['access_log.subject_id', 'access_log.reason'],
    seenBy: 'nobody',
    kept: 'account',
  },
  {
    kind: 'score',
    columns: ['score_cards.body', 'score_lives.body', 'score_adjustments.body', 'reward_batches.body'],
    seenBy: 'grid',
    kept: 'account',
  },
  /** That somebody answered; what he answered is kept nowhere. */
  { kind: 'appraised', columns: ['appraisal_voters.person_id'], seenBy: 'nobody', kept: 'account' },
  { kind: 'drafts', columns: [], seenBy: 'self', kept: 'phone' },
] as const satisfies readonly PersonalData[]

export type DataKind = (typeof PERSONAL_DATA)[number]['kind']
