import type { Generated } from 'kysely'
import type { Consent } from '#core/concerns/helped'
import type { ChildPurpose } from '#core/people/children'
import type { Ending, Kind } from '#core/residences/residence'

export interface HomeTables {
  residencies: Residencies
  residency_vouchings: ResidencyVouchings
  helped_persons: HelpedPersons
  guardianships: Guardianships
  children: Children
  child_consents: ChildConsents
  households: Households
  household_members: HouseholdMembers
  household_representatives: HouseholdRepresentatives
}

interface Residencies {
  street_id: string
  id: string
  person_id: string
  building_id: string
  kind: Kind
  floating: boolean
  from_at: number
  to_at: number | null
  confirmed_by: string | null
  confirmed_at: number | null
  expires_at: number | null
  claimed_at: number | null
  renewal_asked_at: number | null
  reminded_at: number | null
  ended_kind: Ending | null
  ended_by: string | null
  end_reason: Generated<string>
}

interface ResidencyVouchings {
  street_id: string
  residency_id: string
  confirmed_by: string | null
  from_at: number
  until_at: number
}

interface HelpedPersons {
  street_id: string
  concern_id: string
  helper_id: string
  consent: Consent
  name_enc: string
  phone_enc: string | null
  phone_index: string | null
  person_id: string | null
  child_id: Generated<string | null>
  at: number
}

interface Guardianships {
  street_id: string
  id: string
  minor_id: string
  guardian_id: string
  asked_at: number
  agreed_at: number | null
  ended_at: number | null
}

interface Children {
  street_id: string
  id: string
  guardian_id: string
  name_enc: string | null
  birth_enc: string | null
  registered_at: number
  code_enc: Generated<string | null>
  code_index: Generated<string | null>
  code_until: Generated<number | null>
  ended_at: Generated<number | null>
  ended_kind: Generated<'removed' | 'grown' | 'closed' | null>
  next_at: Generated<number | null>
  person_id: Generated<string | null>
}

interface ChildConsents {
  street_id: string
  id: string
  child_id: string
  purpose: ChildPurpose
  version: number
  given: boolean
  at: number
}

interface Households {
  street_id: string
  id: string
  building_id: string
  room_enc: string
  code: string
  founded_by: string
  founded_at: number
}

interface HouseholdMembers {
  street_id: string
  id: string
  household_id: string
  person_id: string
  asked_at: number
  from_at: number | null
  to_at: number | null
  admitted_by: string | null
  wants_id: string | null
}

interface HouseholdRepresentatives {
  street_id: string
  id: string
  household_id: string
  person_id: string
  from_at: number
  to_at: number | null
}
