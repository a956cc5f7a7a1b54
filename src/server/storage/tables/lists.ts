import type { Generated, GeneratedAlways } from 'kysely'
import type { MonthlyChange } from '#core/goals/change'
import type { WeeklyGoal } from '#core/goals/goal'
import type { BookingState } from '#core/offers/booking'
import type { KeptSitting, Offer } from '#core/offers/offer'
import type { JsonObject } from './json-columns'

/** The tables of migrations/0024_lists.sql. */
export interface ListTables {
  service_offers: ServiceOffers
  offer_sittings: OfferSittings
  offer_bookings: OfferBookings
  weekly_goals: WeeklyGoals
  monthly_changes: MonthlyChanges
}

/** What is not `body` and `version` is projected from the body by the database itself; likewise below. */
interface ServiceOffers {
  street_id: string
  id: string
  version: number
  body: JsonObject<Offer>
  grid_path: GeneratedAlways<string>
  state: GeneratedAlways<Offer['state']>
  provider_id: GeneratedAlways<string>
  to_day: GeneratedAlways<number>
  made_at: GeneratedAlways<number>
}

interface OfferSittings {
  street_id: string
  offer_id: string
  starts_at: number
  ends_at: number
  capacity: number
  state: KeptSitting['state']
  /** Kept by the database itself. */
  taken: Generated<number>
  next_at: number | null
}

interface OfferBookings {
  street_id: string
  id: string
  offer_id: string
  starts_at: number
  person_id: string
  for_enc: string | null
  at: number
  state: BookingState
  settled_at: number | null
}

interface WeeklyGoals {
  street_id: string
  id: string
  version: number
  body: JsonObject<WeeklyGoal>
  grid_path: GeneratedAlways<string>
  week: GeneratedAlways<string>
  state: GeneratedAlways<WeeklyGoal['state']>
  set_at: GeneratedAlways<number>
  due_at: number
  next_at: number | null
}

interface MonthlyChanges {
  street_id: string
  id: string
  body: JsonObject<MonthlyChange>
  grid_path: GeneratedAlways<string>
  month: GeneratedAlways<string>
  at: GeneratedAlways<number>
}
