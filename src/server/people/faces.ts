import { chooseName } from '#core/people/public-name'
import { ok, type Result, refuse } from '#core/result'
import { STREET_WORDS } from '../concerns/street-words'
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
  if (face.avatarId !== null && !(await isOwnAvatar(asking, personId, face.avatarId)))
    return refuse('PHOTO_REFUSED')

  await tx
    .updateTable('persons')
    .set({ public_name: name.value, avatar_id: face.avatarId })
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .execute()
  if (avatar_id !== null && avatar_id !== face.avatarId) await forget(asking, avatar_id)
  return ok(null)
}

/** Where the picture of this person is shown from; `null` without one. */
export async function avatarOf(asking: Asking, personId: string): Promise<string | null> {
  const found = await person(asking, personId).select('avatar_id').executeTakeFirst()
  return found?.avatar_id ? asking.system.photoLinks.url(found.avatar_id, asking.now) : null
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

const forget = ({ tx, system }: Asking, avatarId: string) =>
  tx.deleteFrom('photos').where('street_id', '=', system.streetId).where('id', '=', avatarId).execute()
