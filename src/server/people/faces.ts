import { chooseName } from '#core/people/public-name'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import { STREET_WORDS } from '../concerns/street-words'
import { forgetCheck, sendToCheck } from '../content/errand-rows'
import type { Asking } from '../operation'
import { pseudonym } from './logins'

/** What neighbours shall see; `null` = the anonymous name, no picture. A name left out stays as it is. */
interface Face {
  name?: string | null | undefined
  avatarId: string | null
}

/** Shows somebody by the name and the picture he chose, or by neither. A picture that is taken off is forgotten. */
export async function showAs(asking: Asking, personId: string, face: Face): Promise<Result<null>> {
  const { tx, actor, system } = asking
  const { public_name, avatar_id } = await person(asking, personId)
    .select(['public_name', 'avatar_id'])
    .executeTakeFirstOrThrow()
  const anonymous = await pseudonym(tx, system.streetId, personId)
  const name = chooseName(actor, { now: public_name, anonymous, wanted: face.name, words: STREET_WORDS })
  if (!name.ok) return name
  const refusal = name.value === public_name ? null : refusalOf(asking)
  if (refusal) return refuse(refusal)
  if (face.avatarId !== null && !(await isOwnAvatar(asking, personId, face.avatarId)))
    return refuse('PHOTO_REFUSED')

  await tx
    .updateTable('persons')
    .set({ public_name: name.value, avatar_id: face.avatarId })
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .execute()
  if (avatar_id !== null && avatar_id !== face.avatarId) await forget(asking, avatar_id)
  if (face.avatarId !== null) await sendToCheck(asking.tx, { ...asking, ids: [face.avatarId] })
  return ok(null)
}

/** There is no queue for names: one that could not be judged may be tried again later. */
function refusalOf({ outside: { words } }: Asking): Refusal | null {
  if (!words || words.says === 'pass') return null
  return words.doubt === 'unasked' ? 'UNAVAILABLE' : 'CONTENT_RISKY'
}

/** Where the picture of this person is shown from; `null` without one, or while it has not passed. */
export async function avatarOf({ tx, now, system }: Asking, personId: string): Promise<string | null> {
  const found = await tx
    .selectFrom('persons as p')
    .innerJoin('photos as a', (on) =>
      on.onRef('a.street_id', '=', 'p.street_id').onRef('a.id', '=', 'p.avatar_id'),
    )
    .select('a.id')
    .where('p.street_id', '=', system.streetId)
    .where('p.id', '=', personId)
    .where('a.state', '=', 'pass')
    .executeTakeFirst()
  return found ? system.photoLinks.url(found.id, now) : null
}

const person = ({ tx, system }: Asking, personId: string) =>
  tx.selectFrom('persons').where('street_id', '=', system.streetId).where('id', '=', personId)

async function isOwnAvatar({ tx, system }: Asking, personId: string, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('photos')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('uploader_id', '=', personId)
    .where('use', '=', 'avatar')
    .executeTakeFirst()
  return found !== undefined
}

async function forget({ tx, system }: Asking, avatarId: string): Promise<void> {
  await forgetCheck(tx, system, avatarId)
  await tx.deleteFrom('photos').where('street_id', '=', system.streetId).where('id', '=', avatarId).execute()
}
