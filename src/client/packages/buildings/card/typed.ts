import type { InputOf, OutputOf } from '#contracts/operations'
import type { Card } from '#core/buildings/registration'
import { isCallable } from '#core/people/phone'
import { box, isRecord } from '../../../platform/storage'
import { form as words } from '../../../texts/buildings'

/** The form as it is typed: numbers are still text. */
export interface Typed {
  address: string
  above: string
  below: string
  area: string
  built: string
  rooms: string
  structure: Card['structure']
  uses: Card['uses']
  sanXiao: Card['sanXiao']
  alterations: Card['alterations']
  crowded: boolean
  permits: Card['permits']
  ownerName: string
  ownerPhone: string
  managerName: string
  managerPhone: string
}

export type Wrong = Partial<Record<keyof Typed, string>>

/** Kept on this phone for one house; names and phones of others are not. */
export const draftBox = (id: string) => box(`card.${id}`, (found): found is Partial<Typed> => isRecord(found))

export const withoutPeople = (typed: Typed): Partial<Typed> => ({
  ...typed,
  ownerName: '',
  ownerPhone: '',
  managerName: '',
  managerPhone: '',
})

export function startOf({ address, full }: OutputOf<'buildings.get'>): Typed {
  const card = full?.card
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return {
    address: card?.address ?? address,
    above: text(card?.floorsAbove),
    below: text(card?.floorsBelow ?? 0),
    area: card?.areaCm2 ? String(card.areaCm2 / 10_000) : '',
    built: text(card?.builtYear),
    rooms: text(card?.rooms),
    structure: card?.structure ?? 'brick_concrete',
    uses: card?.uses ?? [],
    sanXiao: card?.sanXiao ?? null,
    alterations: card?.alterations ?? [],
    crowded: card?.crowded ?? false,
    permits: card?.permits ?? 'unknown',
    ownerName: '',
    ownerPhone: '',
    managerName: '',
    managerPhone: '',
  }
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
const isArea = (text: string): boolean =>
  /^\d+(\.\d{1,4})?$/.test(text) && Number(text) >= 1 && Number(text) <= 100_000

/** What is wrong, beside each field. */
export function wrongIn(typed: Typed): Wrong {
  const { wrong } = words
  const problems: Wrong = {}
  if (typed.address.trim().length < 2) problems.address = wrong.address
  if (!isWhole(typed.above, 1, 40)) problems.above = wrong.above
  if (!isWhole(typed.below, 0, 5)) problems.below = wrong.below
  if (typed.area && !isArea(typed.area)) problems.area = wrong.area
  if (typed.built && !isWhole(typed.built, 1900, 2100)) problems.built = wrong.built
  if (typed.rooms && !isWhole(typed.rooms, 0, 999)) problems.rooms = wrong.rooms
  if (typed.uses.length === 0) problems.uses = wrong.uses
  if (typed.ownerPhone && !isCallable(typed.ownerPhone)) problems.ownerPhone = wrong.phone
  if (typed.managerPhone && !isCallable(typed.managerPhone)) problems.managerPhone = wrong.phone
  return problems
}

export function cardOf(typed: Typed): Card {
  const number = (text: string) => (text === '' ? null : Number(text))
  return {
    address: typed.address.trim(),
    floorsAbove: Number(typed.above),
    floorsBelow: Number(typed.below),
    areaCm2: typed.area === '' ? null : Math.round(Number(typed.area) * 10_000),
    builtYear: number(typed.built),
    structure: typed.structure,
    uses: typed.uses,
    sanXiao: typed.sanXiao,
    alterations: typed.alterations,
    rooms: number(typed.rooms),
    crowded: typed.crowded,
    permits: typed.permits,
  }
}

type Contacts = NonNullable<InputOf<'buildings.submitCard'>['contacts']>

/** Only what was typed is sent: an empty field leaves the sealed one as it is. */
export function contactsOf(typed: Typed): Contacts {
  const contact = (name: string, phone: string) =>
    name || phone ? { name: name || null, phone: phone || null } : undefined
  return {
    owner: contact(typed.ownerName.trim(), typed.ownerPhone),
    manager: contact(typed.managerName.trim(), typed.managerPhone),
  }
}
