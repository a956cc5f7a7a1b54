import type { Registration } from '#core/buildings/registration'
import { mainUse } from '../importing/rows'
import type { Asking } from '../operation'
import { type Contact, placeOfContact, sealContact } from './contacts'
import type { House } from './house'

/** Keeps a card one version on. The house is locked, so nobody else has written one meanwhile. */
export async function saveCard({ tx, system }: Asking, house: House, after: Registration): Promise<number> {
  const version = house.version + 1
  const row = { street_id: system.streetId, building_id: house.id, version, body: after }
  await tx
    .insertInto('registrations')
    .values({ ...row, owner_enc: null, owner_index: null, manager_enc: null, manager_index: null })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'building_id']).doUpdateSet({ version, body: after }),
    )
    .execute()
  if (after.state === 'verified') await takeOver({ tx, system }, after)
  return version
}

/** What was found on the spot is what the house is called, listed and searched by. */
async function takeOver(
  { tx, system }: Pick<Asking, 'tx' | 'system'>,
  { buildingId, card }: Registration,
): Promise<void> {
  await tx
    .updateTable('buildings')
    .set({
      address: card.address,
      use: mainUse(card.uses),
      san_xiao: card.sanXiao,
      floors: card.floorsAbove,
      structure: card.structure,
    })
    .where('street_id', '=', system.streetId)
    .where('id', '=', buildingId)
    .execute()
}

/** Owner and manager, sealed; what is left out stays as it was. */
export async function saveContacts(
  { tx, system }: Asking,
  buildingId: string,
  given: { owner?: Contact | null; manager?: Contact | null },
): Promise<void> {
  const set: Record<string, string | null> = {}
  for (const who of ['owner', 'manager'] as const) {
    const contact = given[who]
    if (contact === undefined) continue
    const { sealed, index } = sealContact(
      system.vault,
      placeOfContact(buildingId, who),
      contact ?? { name: null, phone: null },
    )
    set[`${who}_enc`] = sealed
    set[`${who}_index`] = index
  }
  if (Object.keys(set).length === 0) return
  await tx
    .updateTable('registrations')
    .set(set)
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', buildingId)
    .execute()
}
