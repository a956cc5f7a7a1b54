import type { OutputOf } from '#contracts/operations'
import { ok, type Result, refuse } from '#core/result'
import { joinCare } from '../care/joining'
import { joinHelped } from '../concerns/helped'
import { passGate } from '../importing/gate'
import type { Asking, HandlersOf } from '../operation'
import { actorOf } from '../people/actors'
import { needConsent } from '../people/consents'
import { showAs } from '../people/faces'
import { joinImported } from '../people/imported'
import { findLogin, findOrWelcome } from '../people/logins'
import { keepOpenid } from '../people/openids'
import { keepPhone } from '../people/phones'
import { profileOf } from '../people/profile'
import { closeSession, openSession } from '../people/sessions'
import { PERSONAS } from '../seeds/personas'

type PeopleOperation =
  | 'people.personas'
  | 'people.signInAs'
  | 'people.signInWechat'
  | 'people.signOut'
  | 'people.me'
  | 'people.leavePhone'
  | 'people.leaveWechatPhone'
  | 'people.showAs'

export const peopleHandlers: HandlersOf<PeopleOperation> = {
  'people.personas': async (_, asking) => {
    if (asking.system.mode !== 'development') return refuse('FORBIDDEN')
    return ok({ personas: await seededPersonas(asking) })
  },

  'people.signInAs': async ({ persona }, asking) => {
    if (asking.system.mode !== 'development') return refuse('FORBIDDEN')
    const login = { provider: 'persona', subject: persona } as const
    const personId = await findLogin(asking.tx, asking.system.streetId, login)
    return personId ? signIn(asking, personId) : refuse('NOT_FOUND')
  },

  'people.signInWechat': async (_, asking) => {
    const { tx, now, system, outside } = asking
    const { openid = refuse('NOT_AUTHENTICATED') } = outside
    if (!openid.ok) return openid

    const login = { provider: 'wechat', subject: system.vault.index(openid.value, 'openid') } as const
    const personId = await findOrWelcome(tx, system.streetId, { login, personId: system.newId(), now })
    await keepOpenid(tx, system, { personId, subject: login.subject, openid: openid.value, now })
    return signIn(asking, personId)
  },

  'people.signOut': async (_, { tx, system, sessionHash }) => {
    if (sessionHash) await closeSession(tx, system.streetId, sessionHash)
    return ok({ done: true })
  },

  'people.me': (_, asking) => tellMe(asking),

  'people.leavePhone': async ({ phone }, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    return leavePhone(asking, { personId, phone, verifiedAt: null, now: asking.now })
  },

  'people.showAs': async (face, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const shown = await showAs(asking, personId, face)
    return shown.ok ? tellMe(asking) : shown
  },

  'people.leaveWechatPhone': async (_, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const { phone = refuse('UNAVAILABLE') } = asking.outside
    if (!phone.ok) return phone
    await passGate(asking.tx, asking.system.streetId, 'number')
    return leavePhone(asking, { personId, phone: phone.value, verifiedAt: asking.now, now: asking.now })
  },
}

/** A number typed or given by WeChat; what stands under a number comes only to whom WeChat vouches for. */
async function leavePhone(asking: Asking, left: Parameters<typeof keepPhone>[2]) {
  const free = await needConsent(asking, left.personId, 'phone')
  if (!free.ok) return free
  const { tx, system } = asking
  await keepPhone(tx, system, left)
  if (left.verifiedAt !== null) {
    await joinImported(tx, system, left)
    await joinHelped(tx, system, left)
    await joinCare(asking, left)
  }
  return tellMeAnew(asking, left.personId)
}

/** After a change of what the actor stands on: a phone makes him reachable, and may bring offices with it. */
async function tellMeAnew(asking: Asking, personId: string) {
  const { tx, now, system } = asking
  return tellMe({ ...asking, actor: await actorOf(tx, system.streetId, personId, now) })
}

async function tellMe(asking: Asking): Promise<Result<OutputOf<'people.me'>>> {
  const { personId } = asking.actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  return ok(await profileOf(asking, { ...asking.actor, personId }))
}

async function signIn(asking: Asking, personId: string) {
  const { tx, now, system } = asking
  const session = await openSession(tx, system.streetId, { personId, now })
  const actor = await actorOf(tx, system.streetId, personId, now)
  return ok({ ...session, me: await profileOf(asking, { ...actor, personId }) })
}

/** The personas this installation's demo data really holds, in their listed order. */
async function seededPersonas({ tx, system }: Asking) {
  const found = await tx
    .selectFrom('logins')
    .select('subject')
    .where('street_id', '=', system.streetId)
    .where('provider', '=', 'persona')
    .execute()
  const seeded = new Set(found.map(({ subject }) => subject))
  return PERSONAS.filter((persona) => seeded.has(persona.id)).map(({ id, name, what }) => ({
    id,
    name,
    what,
  }))
}
