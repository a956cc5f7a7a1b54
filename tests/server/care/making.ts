import type { InputOf, OutputOf } from '../../../src/contracts/operations'
import { answerOf, personOf, STREET, type Street, type Who } from '../concerns/small-street'

export const DAY = 86_400_000
/** The day in China, counted since 1970. */
export const dayOf = (at: number): number => Math.floor((at + 8 * 3_600_000) / DAY)

/** WeChat has vouched for this number of somebody: what is said for it is his. */
export async function provePhone(street: Street, who: Who, phone: string): Promise<void> {
  await street.store.db
    .updateTable('persons')
    .set({ phone_index: street.system.vault.index(phone, 'phone'), phone_verified_at: street.time.now })
    .where('street_id', '=', STREET)
    .where('id', '=', personOf(who))
    .execute()
}

export const RESIDENT_PHONE = '10000000077'

type Proposal = InputOf<'pairings.propose'>

/** The resident of building 1 is to be visited by the volunteer, once a month. */
export const proposalOf = (part: Partial<Proposal> = {}): Proposal => ({
  buildingId: 'JX-001',
  name: '陈奶奶',
  phone: RESIDENT_PHONE,
  needs: ['company', 'shopping'],
  told: '腿脚不好，菜要人带',
  visitEvery: 30,
  helperId: personOf('volunteer'),
  ...part,
})

export async function proposed(
  street: Street,
  part: Partial<Proposal> = {},
): Promise<OutputOf<'pairings.end'>> {
  await provePhone(street, 'resident', RESIDENT_PHONE)
  return answerOf(await street.ask('pioneer', 'pairings.propose', proposalOf(part)))
}

/** Agreed to by the resident himself. */
export async function agreed(street: Street): Promise<OutputOf<'pairings.end'>> {
  const pairing = await proposed(street)
  return answerOf(await street.ask('resident', 'pairings.consent', pairing))
}

export const pairingOf = async (street: Street, who: Who, id: string): Promise<OutputOf<'pairings.get'>> =>
  answerOf(await street.ask(who, 'pairings.get', { id }))

/** His own hardship, told by the resident of building 1. */
export async function reported(street: Street): Promise<{ id: string; version: number }> {
  const told = {
    buildingId: 'JX-001',
    reasons: ['illness' as const],
    told: '看病花光了积蓄',
    agreed: true as const,
  }
  const { id } = answerOf(await street.ask('resident', 'hardship.report', { ...told, neighbour: null }))
  return { id, version: 1 }
}

export async function listed(
  street: Street,
  ownerId: string | null = null,
): Promise<{ id: string; version: number }> {
  const step = await reported(street)
  const said = { level: 2 as const, ownerId, reasons: ['illness' as const], words: '医药费压得重' }
  return answerOf(await street.ask('community_staff', 'hardship.list_case', { ...step, ...said }))
}

export const caseOf = async (
  street: Street,
  who: Who,
  id: string,
  reason = '看进展',
): Promise<OutputOf<'hardship.read'>> => answerOf(await street.ask(who, 'hardship.read', { id, reason }))

/** Months go by in these tests, and a session lives for thirty days: everybody has signed in again meanwhile. */
export async function laterBy(street: Street, days: number): Promise<void> {
  street.time.now += days * DAY
  await street.store.db
    .updateTable('sessions')
    .set({ expires_at: street.time.now + DAY })
    .execute()
}
