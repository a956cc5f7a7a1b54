import type { InputOf } from '#contracts/operations'
import type { Need } from '#core/care/pairing'
import { isMobile } from '#core/people/phone'
import { propose as words } from '../../../texts/care'

type Proposal = InputOf<'pairings.propose'>
export type Source = NonNullable<Proposal['source']>

/** What is typed so far. */
export interface Draft {
  buildingId: string | undefined
  name: string
  phone: string
  needs: Need[]
  told: string
  every: keyof typeof words.everyChoices
  helperId: string | undefined
}

export const BLANK: Draft = {
  buildingId: undefined,
  name: '',
  phone: '',
  needs: [],
  told: '',
  every: '30',
  helperId: undefined,
}

export type Field = 'buildingId' | 'name' | 'needs' | 'phone'

/** What is still missing, beside the field it belongs to. */
export function missingIn({ buildingId, name, needs, phone }: Draft): Partial<Record<Field, string>> {
  return {
    ...(buildingId === undefined && { buildingId: words.missing.house }),
    ...(name.trim().length < 2 && { name: words.missing.name }),
    ...(needs.length === 0 && { needs: words.missing.needs }),
    ...(phone !== '' && !isMobile(phone) && { phone: words.missing.phone }),
  }
}

/** As it is sent; nothing while something is missing. */
export function proposalOf(draft: Draft, source: Source): Proposal | undefined {
  const { buildingId, name, phone, needs, told, every, helperId = null } = draft
  if (buildingId === undefined || Object.keys(missingIn(draft)).length > 0) return undefined
  return { buildingId, name, phone: phone || null, needs, told, visitEvery: Number(every), helperId, source }
}
