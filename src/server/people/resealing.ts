import type { System } from '../operation'
import { isUnavailable, type Tx } from '../storage/database'
import { placeOfOpenid } from './openids'
import { sealsOf } from './personal-keys'
import { placeOfPhone } from './profile'

type Keeping = Pick<System, 'store' | 'streetId' | 'vault' | 'clock' | 'report'>

/**
 * Moves what the house's one key sealed (before keys of their own were given out, or by an import) under the key of
 * the person it belongs to, at most `limit` values; answers how many. One person a transaction.
 */
export async function runResealing(system: Keeping, limit: number): Promise<number> {
  let moved = 0
  for (const move of [movePhone, moveOpenid]) {
    for (let at = 0; at < limit; at += 1) {
      try {
        if (!(await system.store.transaction((tx) => move(tx, system)))) break
        moved += 1
      } catch (surprise) {
        if (isUnavailable(surprise)) throw surprise
        system.report(surprise, `resealing.${move.name}`)
        break
      }
    }
  }
  return moved
}

async function movePhone(tx: Tx, system: Keeping): Promise<boolean> {
  const { streetId, vault } = system
  const found = await tx
    .selectFrom('persons')
    .select(['id', 'phone_enc'])
    .where('street_id', '=', streetId)
    .where('phone_enc', 'is not', null)
    .where('phone_enc', 'not like', 'own.%')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!found?.phone_enc) return false
  const place = placeOfPhone(found.id)
  const seals = await sealsOf(tx, system, found.id, await system.clock(tx))
  await tx
    .updateTable('persons')
    .set({ phone_enc: seals.seal(vault.open(found.phone_enc, place), place) })
    .where('street_id', '=', streetId)
    .where('id', '=', found.id)
    .execute()
  return true
}

async function moveOpenid(tx: Tx, system: Keeping): Promise<boolean> {
  const { streetId, vault } = system
  const found = await tx
    .selectFrom('logins')
    .select(['subject', 'person_id', 'openid_enc'])
    .where('street_id', '=', streetId)
    .where('openid_enc', 'is not', null)
    .where('openid_enc', 'not like', 'own.%')
    .orderBy('subject')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!found?.openid_enc) return false
  const place = placeOfOpenid(found.subject)
  const seals = await sealsOf(tx, system, found.person_id, await system.clock(tx))
  await tx
    .updateTable('logins')
    .set({ openid_enc: seals.seal(vault.open(found.openid_enc, place), place) })
    .where('street_id', '=', streetId)
    .where('provider', '=', 'wechat')
    .where('subject', '=', found.subject)
    .execute()
  return true
}
