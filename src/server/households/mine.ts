import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Asking } from '../operation'
import { childrenOf, isAgreed } from '../people/children'
import { membershipOf, placeOfRoom } from './keep'

type Mine = OutputOf<'households.mine'>

/** 一家人: as its members see it; who has only asked sees that he waits. */
export async function myHousehold(asking: Asking, personId: string): Promise<Mine['household']> {
  const { tx, system } = asking
  const own = await membershipOf(tx, system, personId)
  if (!own) return null
  if (own.from_at === null)
    return { standing: 'asked', room: '', code: '', members: [], children: [], waiting: [] }

  const { room_enc, code, id } = await tx
    .selectFrom('households')
    .select(['id', 'room_enc', 'code'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', own.household_id)
    .executeTakeFirstOrThrow()
  const people = await peopleOf(asking, id)
  return {
    standing: 'member',
    room: system.vault.open(room_enc, placeOfRoom(id)),
    code,
    members: people
      .filter(({ since }) => since !== null)
      .map(({ membership, name, personId: who, speaks }) => ({
        id: membership,
        name,
        mine: who === personId,
        speaks,
        wanted: own.wants_id === who,
      })),
    children: await childrenIn(asking, people),
    waiting: people
      .filter(({ since }) => since === null)
      .map(({ membership, name }) => ({ id: membership, name })),
  }
}

/** Children whose guardian belongs to the household and agreed that its people see them. */
async function childrenIn(asking: Asking, people: { personId: string; since: number | null }[]) {
  const names: string[] = []
  for (const { personId, since } of people) {
    if (since === null) continue
    for (const { id, name } of await childrenOf(asking, personId))
      if ((await isAgreed(asking, id, 'household')) === 'given') names.push(name)
  }
  return names
}

const peopleOf = ({ tx, system }: Asking, id: string) =>
  tx
    .selectFrom('household_members as m')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'm.street_id').onRef('p.id', '=', 'm.person_id'),
    )
    .leftJoin('household_representatives as r', (on) =>
      on
        .onRef('r.street_id', '=', 'm.street_id')
        .onRef('r.household_id', '=', 'm.household_id')
        .onRef('r.person_id', '=', 'm.person_id')
        .on('r.to_at', 'is', null),
    )
    .select(['m.id as membership', 'm.person_id as personId', 'm.from_at as since'])
    .select(['p.public_name as name', sql<boolean>`r.id is not null`.as('speaks')])
    .where('m.street_id', '=', system.streetId)
    .where('m.household_id', '=', id)
    .where('m.to_at', 'is', null)
    .orderBy('m.asked_at')
    .orderBy('m.id')
    .execute()
