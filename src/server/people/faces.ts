import { PASS } from '#core/content/verdict'
import { chooseName } from '#core/people/public-name'
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
  const { says, doubt } = asking.outside.words ?? PASS
  // Nobody looks through names one by one: what is no plain pass is refused, and kept for another try if WeChat is away.
  if (says !== 'pass') return refuse(doubt === 'unasked' ? 'UNAVAILABLE' : 'CONTENT_RISKY')
  if (face.avatarId !== null && !(await showAvatar(asking, personId, face.avatarId)))
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

/** Where others are shown the picture of this person; `null` without one, and until it has passed the check. */
export async function avatarOf({ tx, now, system }: Asking, personId: string): Promise<string | null> {
  const found = await tx
    .selectFrom('persons as p')
    .innerJoin('photos as f', (on) =>
      on.onRef('f.street_id', '=', 'p.street_id').onRef('f.id', '=', 'p.avatar_id'),
    )
    .select('f.id')
    .where('p.street_id', '=', system.streetId)
    .where('p.id', '=', personId)
    .where('f.state', '=', 'pass')
    .executeTakeFirst()
  return found ? system.photoLinks.url(found.id, 'all', now) : null
}

const person = ({ tx, system }: Asking, personId: string) =>
  tx.selectFrom('persons').where('street_id', '=', system.streetId).where('id', '=', personId)

/** False when it is no face of his own. One that nobody has checked is sent to the check: from now on others may see it. */
async function showAvatar({ tx, now, system }: Asking, personId: string, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('photos')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .where('uploader_id', '=', personId)
    .where('use', '=', 'avatar')
    .executeTakeFirst()
  if (found) await sendToCheck(tx, { system, ids: [id], now })
  return found !== undefined
}

async function forget({ tx, system }: Asking, avatarId: string): Promise<void> {
  await forgetCheck(tx, system, avatarId)
  await tx.deleteFrom('photos').where('street_id', '=', system.streetId).where('id', '=', avatarId).execute()
}
