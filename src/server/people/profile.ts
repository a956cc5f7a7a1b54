import type { OutputOf } from '#contracts/operations'
import type { Actor } from '#core/people/actor'
import { reachOf } from '#core/people/policy'
import type { Asking as AnyAsking } from '../operation'
import type { Tx } from '../storage/database'
import { isPseudonym } from './logins'
import { maskPhone } from './vault'

type Me = OutputOf<'people.me'>
type Asking = Pick<AnyAsking, 'tx' | 'now' | 'system'>
type Known = Actor & { personId: string }

/** Where in the database a person's phone stands: bound into its seal. */
export const placeOfPhone = (personId: string): string => `person:${personId}:phone`

/** What a person sees of himself; his own phone masked too, since somebody may look over his shoulder. */
export async function profileOf({ tx, now, system }: Asking, actor: Known): Promise<Me> {
  const { streetId, vault, photoLinks } = system
  const person = await tx
    .selectFrom('persons')
    .select(['public_name', 'avatar_id', 'phone_enc', 'phone_verified_at'])
    .where('street_id', '=', streetId)
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  return {
    personId: actor.personId,
    name: person.public_name,
    pseudonymous: isPseudonym(person.public_name, actor.personId),
    avatar:
      person.avatar_id === null
        ? null
        : { id: person.avatar_id, url: photoLinks.url(person.avatar_id, 'insiders', now) },
    realNameLevel: actor.realNameLevel,
    phone: person.phone_enc && maskPhone(vault.open(person.phone_enc, placeOfPhone(actor.personId))),
    phoneVerified: person.phone_verified_at !== null,
    home: await homeOf(tx, streetId, actor.personId),
    offices: await officesOf(tx, streetId, actor),
    isStaff: actor.grants.some(({ role }) => reachOf('staff.queue', role) !== undefined),
    unread: await unreadOf(tx, streetId, actor.personId),
  }
}

async function homeOf(tx: Tx, streetId: string, personId: string): Promise<Me['home']> {
  const home = await tx
    .selectFrom('residencies')
    .innerJoin('buildings', (join) =>
      join
        .onRef('buildings.street_id', '=', 'residencies.street_id')
        .onRef('buildings.id', '=', 'residencies.building_id'),
    )
    .select(['buildings.id', 'label', 'estate_id', 'grid_path', 'lat_e6', 'lng_e6'])
    .where('residencies.street_id', '=', streetId)
    .where('residencies.person_id', '=', personId)
    .where('residencies.to_at', 'is', null)
    .executeTakeFirst()
  if (!home) return null
  return {
    buildingId: home.id,
    label: home.label,
    estateId: home.estate_id,
    gridPath: home.grid_path,
    point: { latE6: home.lat_e6, lngE6: home.lng_e6 },
  }
}

async function officesOf(tx: Tx, streetId: string, { grants }: Actor): Promise<Me['offices']> {
  if (grants.length === 0) return []
  const paths = grants.map(({ gridPath }) => gridPath)
  const grids = await tx
    .selectFrom('grids')
    .select(['path', 'name'])
    .where('street_id', '=', streetId)
    .where('path', 'in', paths)
    .execute()
  const names = new Map(grids.map(({ path, name }) => [path, name]))
  return grants.map(({ role, gridPath, buildingId }) => ({
    role,
    gridPath,
    gridName: names.get(gridPath) ?? gridPath,
    buildingId,
  }))
}

async function unreadOf(tx: Tx, streetId: string, personId: string): Promise<number> {
  const { unread } = await tx
    .selectFrom('inbox_messages')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('unread'))
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}
