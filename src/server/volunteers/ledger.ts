import { dayNamed, dayOf, yearOf } from '#core/concerns/calendar'
import { ok, type Result } from '#core/result'
import { confirmed, corrected, type EntryKind } from '#core/volunteers/hours'
import type { SignUp } from '#core/volunteers/sign-up'
import type { Shift, Task } from '#core/volunteers/task'
import type { Asking } from '../operation'
import { pointsFollow } from './points'

/** What an entry is about. */
export interface Service {
  task: Task
  shift: Shift
  signUp: SignUp
}

interface Entry {
  kind: EntryKind
  minutes: number
  correctionOf: string | null
  reason: string
  by: string
  now: number
}

/** The day of a service: when he came, or when he should have. */
const dayOfService = ({ signUp, shift }: Service): number =>
  dayOf('inAt' in signUp ? signUp.inAt : shift.startsAt)

async function write({ tx, system }: Asking, service: Service, entry: Entry): Promise<string> {
  const { task, signUp } = service
  const id = system.newId()
  await tx
    .insertInto('service_records')
    .values({
      street_id: system.streetId,
      id,
      kind: entry.kind,
      person_id: signUp.personId,
      signup_id: signUp.id,
      task_id: task.id,
      grid_path: task.gridPath,
      title: task.words.title,
      leader_id: task.leaderId,
      day: dayOfService(service),
      minutes: entry.minutes,
      correction_of: entry.correctionOf,
      reason: entry.reason,
      confirmed_by: entry.by,
      confirmed_at: entry.now,
    })
    .execute()
  return id
}

async function minutesOn({ tx, system }: Asking, personId: string, day: number): Promise<number> {
  const row = await tx
    .selectFrom('service_days')
    .select('minutes')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .executeTakeFirst()
  return row?.minutes ?? 0
}

/** Writes confirmed hours; the person is held, so that a day's cap is looked at by one leader after another. */
export async function enterService(
  asking: Asking,
  service: Service,
  { by, now }: Pick<Entry, 'by' | 'now'>,
): Promise<Result<number>> {
  const { signUp } = service
  const thatDay = await minutesOn(asking, signUp.personId, dayOfService(service))
  const minutes = confirmed({ signUp, by, thatDay })
  if (!minutes.ok) return minutes
  await write(asking, service, {
    kind: 'service',
    minutes: minutes.value,
    correctionOf: null,
    reason: '',
    by,
    now,
  })
  await follow(asking, service, { minutes: minutes.value, now })
  return minutes
}

const follow = (
  asking: Asking,
  service: Service,
  { minutes, now }: { minutes: number; now: number },
): Promise<void> =>
  pointsFollow(asking, {
    personId: service.signUp.personId,
    signUpId: service.signUp.id,
    minutes,
    day: dayOfService(service),
    now,
  })

/** The entry of a service that stands: not turned around by another. */
export async function standingEntry({ tx, system }: Asking, signUpId: string) {
  const rows = await tx
    .selectFrom('service_records')
    .select(['id', 'kind', 'minutes', 'correction_of as correctionOf', 'confirmed_by as confirmedBy'])
    .select('confirmed_at as confirmedAt')
    .where('street_id', '=', system.streetId)
    .where('signup_id', '=', signUpId)
    .orderBy('confirmed_at')
    .execute()
  const turned = new Set(
    rows.flatMap(({ kind, correctionOf }) => (kind === 'reversal' ? [correctionOf] : [])),
  )
  return rows.find(({ id, kind }) => kind !== 'reversal' && !turned.has(id))
}

interface Correction {
  minutes: number
  reason: string
  by: string
  now: number
}

/** 更正: two entries, the old one turned around and what should have stood there. */
export async function correctService(
  asking: Asking,
  service: Service,
  said: Correction,
): Promise<Result<true>> {
  const { signUp } = service
  const standing = await standingEntry(asking, signUp.id)
  const thatDay = await minutesOn(asking, signUp.personId, dayOfService(service))
  const { minutes, reason, by, now } = said
  const amounts = corrected({
    personId: signUp.personId,
    by,
    before: standing?.minutes ?? 0,
    minutes,
    thatDay,
  })
  if (!amounts.ok) return amounts
  const { reversal, correction } = amounts.value
  const besides = { correctionOf: standing?.id ?? null, reason, by, now }
  if (reversal !== 0) await write(asking, service, { kind: 'reversal', minutes: reversal, ...besides })
  if (correction !== 0) await write(asking, service, { kind: 'correction', minutes: correction, ...besides })
  await follow(asking, service, { minutes, now })
  return ok(true)
}

/** Sign-ups of a task that stand in the ledger. */
export async function recordedIn({ tx, system }: Asking, taskId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('service_records')
    .select('signup_id')
    .distinct()
    .where('street_id', '=', system.streetId)
    .where('task_id', '=', taskId)
    .execute()
  return new Set(rows.map(({ signup_id }) => signup_id))
}

/** Days of the year an instant lies in, in China. */
export function daysOfYear(now: number): { year: number; from: number; to: number } {
  const year = yearOf(dayOf(now))
  return { year, from: dayNamed(`${year}-01-01`), to: dayNamed(`${year}-12-31`) }
}

/** The reader's own of this year; 0 for a guest. */
export async function minutesThisYear({ tx, actor, now, system }: Asking): Promise<number> {
  if (!actor.personId) return 0
  const { from, to } = daysOfYear(now)
  const { minutes } = await tx
    .selectFrom('service_days')
    .select(({ fn }) => fn.sum<number | null>('minutes').as('minutes'))
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', actor.personId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirstOrThrow()
  return Number(minutes ?? 0)
}
