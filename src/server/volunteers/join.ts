import type { ParsedOf } from '#contracts/operations'
import type { BornIn } from '#core/people/age'
import { ok, type Result, refuse } from '#core/result'
import { recentNoShows } from '#core/volunteers/missed'
import {
  became,
  HOLDING,
  type Joining,
  LIVE,
  type SignUp,
  statusOnJoin,
  whyNotJoin,
} from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import type { Asking } from '../operation'
import { birthOf } from '../people/birth'
import { guardianOf } from '../people/guardians'
import { findShiftForStep, findTask } from './load'
import { waitingUpTo } from './queue'
import { nextTurn, saveNewSignUp } from './save'
import { captainsOf, tellOfTask } from './tell'

const guestPlace = (signUpId: string): string => `signup:${signUpId}:guest`

/** 报名: a place if there is one and nobody waits, else the end of the queue. */
export async function join(
  { shiftId, trained, guest }: ParsedOf<'signups.join'>,
  asking: Asking,
): Promise<Result<{ id: string; state: SignUp['state']; place: number | null }>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  await holdPerson(asking, actor.personId)
  const shift = await findShiftForStep(tx, { streetId, id: shiftId })
  const kept = shift && (await findTask(tx, { streetId, id: shift.taskId }))
  if (!shift || !kept || kept.task.state === 'draft') return refuse('NOT_FOUND')
  // Whoever waited for the lock signs up when he gets it.
  const now = await asking.instant()
  const place = { personId: actor.personId, shift, task: kept.task, now }
  const refusal = whyNotJoin({ ...(await joiningOf(asking, place)), trained, guest: guest !== null })
  if (refusal) return refuse(refusal)

  const signUp = await newSignUp(asking, place, guest?.name ?? null)
  await saveNewSignUp(tx, signUp)
  const { task } = place
  if (signUp.state === 'asked') {
    const personIds = await captainsOf(tx, streetId, { task, now })
    await tellOfTask(tx, system, { task, personIds, kind: 'signup_asked', now })
  }
  const waits = signUp.state === 'waiting'
  return ok({
    id: signUp.id,
    state: signUp.state,
    place: waits ? await waitingUpTo(tx, streetId, { shiftId, turn: signUp.turn }) : null,
  })
}

interface Place {
  personId: string
  task: Task
  shift: Shift
  now: number
}

async function newSignUp(
  asking: Asking,
  { personId, task, shift, now }: Place,
  guest: string | null,
): Promise<SignUp> {
  const { tx, system } = asking
  const { streetId } = system
  const id = system.newId()
  const status = statusOnJoin({
    shift,
    waiting: await waitingUpTo(tx, streetId, { shiftId: shift.id }),
    noShows: guest === null ? await noShowsOf(asking, personId, now) : 0,
  })
  const asked: SignUp = {
    id,
    streetId,
    taskId: task.id,
    shiftId: shift.id,
    personId,
    guestEnc: guest === null ? null : system.vault.seal(guest, guestPlace(id)),
    turn: await nextTurn(tx, streetId, shift.id),
    at: now,
    state: 'asked',
  }
  return became(asked, status)
}

/** The name of whom somebody brought along; nothing once it is forgotten. */
export const guestName = ({ system }: Pick<Asking, 'system'>, { id, guestEnc }: SignUp): string | null =>
  guestEnc ? system.vault.open(guestEnc, guestPlace(id)) : guestEnc

/** One person does one thing at a time: two sign-ups of his for the same hour would each see nothing of the other. */
export async function holdPerson({ tx, system }: Asking, personId: string): Promise<void> {
  await tx
    .selectFrom('persons')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .execute()
}

async function joiningOf(
  asking: Asking,
  { personId, task, shift, now }: Place,
): Promise<Omit<Joining, 'trained' | 'guest'>> {
  const his = await signUpsAround(asking, personId, shift)
  const own = his.filter(({ guest }) => !guest)
  const guardian = await guardianOf(asking, personId)
  return {
    task,
    shift,
    now,
    born: await bornOf(asking, personId),
    guardianAgreed: guardian?.agreed_at != null,
    already: own.some(({ shiftId }) => shiftId === shift.id),
    overlaps: own.some(({ shiftId }) => shiftId !== shift.id),
    guests: his.filter(({ shiftId, guest }) => guest && shiftId === shift.id).length,
  }
}

/** His sign-ups that still count, in this shift or at the same time. */
const signUpsAround = ({ tx, system }: Asking, personId: string, { id, startsAt, endsAt }: Shift) =>
  tx
    .selectFrom('volunteer_signups as s')
    .innerJoin('volunteer_shifts as h', (on) =>
      on.onRef('h.street_id', '=', 's.street_id').onRef('h.id', '=', 's.shift_id'),
    )
    .select(['s.shift_id as shiftId', 's.guest'])
    .where('s.street_id', '=', system.streetId)
    .where('s.person_id', '=', personId)
    .where('s.state', 'in', [...new Set([...LIVE, ...HOLDING])])
    .where((is) =>
      is.or([is('h.id', '=', id), is.and([is('h.starts_at', '<', endsAt), is('h.ends_at', '>', startsAt)])]),
    )
    .execute()

/** Year and month as he said them; where only a year came with a list, its last month: he may still be the younger. */
async function bornOf({ tx, system }: Asking, personId: string): Promise<BornIn | null> {
  const said = await birthOf(tx, system, personId)
  if (said) return said
  const { birth_year } = await tx
    .selectFrom('persons')
    .select('birth_year')
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return birth_year === null ? null : { year: birth_year, month: 12 }
}

/** How often he did not come in the last ninety days. */
export async function noShowsOf({ tx, system }: Asking, personId: string, now: number): Promise<number> {
  const rows = await tx
    .selectFrom('volunteer_signups')
    .select('body as signUp')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .where('state', '=', 'no_show')
    .where('guest', '=', false)
    .execute()
  const signUps = rows.map(({ signUp }) => signUp)
  return recentNoShows(signUps, now)
}
