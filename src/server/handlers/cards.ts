import type { OutputOf } from '#contracts/operations'
import {
  checkCard,
  draftCard,
  type Registration,
  reconfirmCard,
  returnCard,
} from '#core/buildings/registration'
import { isCallable } from '#core/people/phone'
import { mayAt } from '#core/people/place-rights'
import type { Action } from '#core/people/policy'
import { ok, type Result, refuse } from '#core/result'
import { openContact, placeOfContact } from '../buildings/contacts'
import { findHouseForStep, type House } from '../buildings/house'
import { tiePhotos } from '../buildings/photos'
import { saveCard, saveContacts } from '../buildings/save-card'
import type { Asking, HandlersOf } from '../operation'
import { noteLook } from '../people/note-look'

type CardOperation =
  | 'buildings.submitCard'
  | 'buildings.checkCard'
  | 'buildings.returnCard'
  | 'buildings.reconfirmCard'
  | 'buildings.readOwner'

export const cardHandlers: HandlersOf<CardOperation> = {
  'buildings.submitCard': (input, asking) =>
    step(asking, { ...input, action: 'building.edit' }, async (house, deed) => {
      if (!arePhones(input.contacts)) return refuse('VALIDATION')
      const card = draftCard(house, input.card, deed)
      if (!card.ok) return card
      const version = await saveCard(asking, house, card.value)
      await saveContacts(asking, house.id, tidied(input.contacts))
      return ok(version)
    }),

  'buildings.checkCard': (input, asking) =>
    step(asking, { ...input, action: 'building.verify' }, async (house, deed) => {
      const checked = onCard(house, (card) => checkCard(card, input, deed))
      if (!checked.ok) return checked
      const version = await saveCard(asking, house, checked.value)
      const shown = { buildingId: house.id, subject: 'check', subjectId: `${house.id}.${version}` } as const
      return (await tiePhotos(asking, shown, input.photoIds)) ? ok(version) : refuse('PHOTO_REFUSED')
    }),

  'buildings.returnCard': (input, asking) =>
    step(asking, { ...input, action: 'building.verify' }, async (house, deed) =>
      keep(
        asking,
        house,
        onCard(house, (card) => returnCard(card, input.reason, deed)),
      ),
    ),

  'buildings.reconfirmCard': (input, asking) =>
    step(asking, { ...input, action: 'building.edit' }, async (house, deed) =>
      keep(
        asking,
        house,
        onCard(house, (card) => reconfirmCard(card, deed)),
      ),
    ),

  'buildings.readOwner': async ({ id, reason }, asking) => {
    const house = await houseFor(asking, id, 'building.read_owner')
    if (!house.ok) return house
    // The owner has no account of his own, so the house stands for him in the log.
    await noteLook(asking, { subjectId: id, what: 'building_owner', reason })
    return ok(await contactsOf(asking, id))
  },
}

interface Deed {
  by: string
  now: number
}

interface Stepping {
  id: string
  version: number
  action: Action
}

/** One step on a card: its house locked, the right asked on that very house, and nobody's other step overwritten. */
async function step(
  asking: Asking,
  { id, version, action }: Stepping,
  work: (house: House, deed: Deed) => Promise<Result<number>>,
): Promise<Result<OutputOf<'buildings.submitCard'>>> {
  const found = await houseFor(asking, id, action)
  if (!found.ok) return found
  if (found.value.version !== version) return refuse('VERSION_CONFLICT')
  const done = await work(found.value, { by: asking.actor.personId ?? '', now: asking.now })
  return done.ok ? ok({ id, version: done.value }) : done
}

async function houseFor({ tx, actor, system }: Asking, id: string, action: Action): Promise<Result<House>> {
  const house = await findHouseForStep(tx, { streetId: system.streetId, id })
  if (!house) return refuse('NOT_FOUND')
  const place = { gridPath: house.gridPath, buildingId: id }
  return mayAt(actor, action, place) ? ok(house) : refuse('FORBIDDEN')
}

const onCard = (
  { registration }: House,
  ask: (card: Registration) => Result<Registration>,
): Result<Registration> => (registration ? ask(registration) : refuse('NOT_IN_THIS_STATE'))

const keep = async (asking: Asking, house: House, after: Result<Registration>): Promise<Result<number>> =>
  after.ok ? ok(await saveCard(asking, house, after.value)) : after

type Given = { owner?: Contact | null | undefined; manager?: Contact | null | undefined }
interface Contact {
  name: string | null
  phone: string | null
}

/** An empty field is no phone. */
const arePhones = ({ owner, manager }: Given): boolean =>
  [owner, manager].every((contact) => !contact?.phone || isCallable(contact.phone))

const tidied = ({ owner, manager }: Given) => ({
  ...(owner !== undefined && { owner: owner && { ...owner, phone: owner.phone || null } }),
  ...(manager !== undefined && { manager: manager && { ...manager, phone: manager.phone || null } }),
})

async function contactsOf({ tx, system }: Asking, id: string): Promise<OutputOf<'buildings.readOwner'>> {
  const row = await tx
    .selectFrom('registrations')
    .select(['owner_enc', 'manager_enc'])
    .where('street_id', '=', system.streetId)
    .where('building_id', '=', id)
    .executeTakeFirst()
  return {
    owner: openContact(system.vault, placeOfContact(id, 'owner'), row?.owner_enc ?? null),
    manager: openContact(system.vault, placeOfContact(id, 'manager'), row?.manager_enc ?? null),
  }
}
