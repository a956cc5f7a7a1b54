import type { InputOf } from '#contracts/operations'
import type { Reason } from '#core/care/hardship'
import { isMobile } from '#core/people/phone'
import { myHardship } from '../../../texts/care'

const words = myHardship.form.missing
type Report = InputOf<'hardship.report'>

/** What is typed so far. */
export interface Draft {
  whose: 'own' | 'neighbour'
  buildingId: string | undefined
  reasons: Reason[]
  told: string
  name: string
  phone: string
  how: NonNullable<Report['neighbour']>['consent']
  agreed: boolean
}

export const BLANK: Draft = {
  whose: 'own',
  buildingId: undefined,
  reasons: [],
  told: '',
  name: '',
  phone: '',
  how: 'in_person',
  agreed: false,
}

export type Field = 'house' | 'told' | 'name' | 'phone' | 'agree'

/** What is still missing, beside the field it belongs to. */
export function missingIn({
  whose,
  buildingId,
  told,
  name,
  phone,
  agreed,
}: Draft): Partial<Record<Field, string>> {
  const forNeighbour = whose === 'neighbour'
  return {
    ...(buildingId === undefined && { house: words.house }),
    ...(told.trim().length < 4 && { told: words.told }),
    ...(forNeighbour && name.trim().length < 2 && { name: words.name }),
    ...(forNeighbour && phone !== '' && !isMobile(phone) && { phone: words.phone }),
    ...(!agreed && { agree: words.agree }),
  }
}

/** As it is sent; nothing while something is missing. */
export function reportOf(draft: Draft): Report | undefined {
  const { whose, buildingId, reasons, told, name, phone, how } = draft
  if (buildingId === undefined || Object.keys(missingIn(draft)).length > 0) return undefined
  const neighbour = whose === 'neighbour' ? { name, phone: phone || null, consent: how } : null
  return { buildingId, reasons, told, neighbour, agreed: true }
}
