import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { dayName, dayOf } from '#core/concerns/calendar'
import { ok, type Result, refuse } from '#core/result'
import { DISPUTE_WITHIN } from '#core/volunteers/hours'
import { missedBy } from '#core/volunteers/missed'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { certificatesOf } from './certificates'
import { noShowsOf } from './join'
import { daysOfYear } from './ledger'

type Record = OutputOf<'service.mine'>
type Entry = Record['entries'][number]

/** 我的志愿时长: entry by entry, newest first, what waits for the leader among them. */
export async function recordOf(asking: Asking): Promise<Result<Record>> {
  const { personId } = asking.actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const { year, from, to } = daysOfYear(asking.now)
  const entered = await enteredOf(asking, personId)
  const thisYear = entered.filter(({ day }) => day >= from && day <= to)
  const months = Array.from({ length: 12 }, () => 0)
  for (const { day, minutes } of thisYear) {
    const month = Number(dayName(day).slice(5, 7)) - 1
    months[month] = (months[month] ?? 0) + minutes
  }
  const entries = [...(await waitingOf(asking, personId)), ...entered].sort((a, b) => b.day - a.day)
  return ok({
    year,
    minutes: thisYear.reduce((sum, { minutes }) => sum + minutes, 0),
    times: thisYear.filter(({ kind }) => kind === 'service').length,
    months,
    entries: await withDisputes(asking, personId, entries),
    noShows: await noShowsOf(asking, personId, asking.now),
    certificates: await certificatesOf(asking, personId),
  })
}

type Bare = Omit<Entry, 'dispute' | 'answer'>

async function enteredOf({ tx, system, now, ...asking }: Asking, personId: string): Promise<Bare[]> {
  const rows = await tx
    .selectFrom('service_records')
    .selectAll()
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .orderBy('confirmed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(300)
    .execute()
  const names = await personNames(
    { ...asking, tx, system, now },
    rows.map(({ leader_id }) => leader_id),
  )
  const newest = new Map<string, string>()
  for (const { signup_id, id } of rows) if (!newest.has(signup_id)) newest.set(signup_id, id)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    signUpId: row.signup_id,
    title: row.title,
    leader: names.get(row.leader_id) ?? '',
    day: row.day,
    minutes: row.minutes,
    reason: row.reason,
    mayDispute: newest.get(row.signup_id) === row.id && now <= row.confirmed_at + DISPUTE_WITHIN,
  }))
}

/** Services that are over and stand in no ledger yet, and those he missed or gave up late. */
async function waitingOf(asking: Asking, personId: string): Promise<Bare[]> {
  const { tx, system, now } = asking
  const rows = await tx
    .selectFrom('volunteer_signups as s')
    .innerJoin('volunteer_tasks as t', (on) =>
      on.onRef('t.street_id', '=', 's.street_id').onRef('t.id', '=', 's.task_id'),
    )
    .innerJoin('volunteer_shifts as h', (on) =>
      on.onRef('h.street_id', '=', 's.street_id').onRef('h.id', '=', 's.shift_id'),
    )
    .select(['s.id', 's.body as signUp', 't.body as task', 'h.starts_at as startsAt', 'h.ends_at as endsAt'])
    .where('s.street_id', '=', system.streetId)
    .where('s.person_id', '=', personId)
    .where('s.guest', '=', false)
    .where((is) =>
      is.or([
        is('s.state', 'in', ['done', 'no_show']),
        is.and([is('s.state', '=', 'cancelled'), sql<SqlBool>`s.body -> 'late' = 'true'`]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('service_records as r')
            .select('r.id')
            .whereRef('r.street_id', '=', 's.street_id')
            .whereRef('r.signup_id', '=', 's.id'),
        ),
      ),
    )
    .orderBy('h.starts_at', 'desc')
    .limit(50)
    .execute()
  const names = await personNames(
    asking,
    rows.map(({ task }) => task.leaderId),
  )
  return rows.map(({ id, signUp, task, startsAt, endsAt }) => ({
    id,
    kind: missedBy(signUp) ?? 'waiting',
    signUpId: id,
    title: task.words.title,
    leader: names.get(task.leaderId) ?? '',
    day: dayOf(startsAt),
    minutes: signUp.state === 'done' ? signUp.minutes : 0,
    reason: '',
    // A late cancel is his own word: there is nothing in it to dispute.
    mayDispute: signUp.state !== 'cancelled' && now <= endsAt + DISPUTE_WITHIN,
  }))
}

/** What he said against an entry, and what he was answered, stands beside it; an open one is not said twice. */
async function withDisputes({ tx, system }: Asking, personId: string, entries: Bare[]): Promise<Entry[]> {
  const said = await tx
    .selectFrom('service_disputes')
    .select(['signup_id', 'state', 'answer'])
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .orderBy('at')
    .execute()
  const last = new Map(said.map(({ signup_id, ...one }) => [signup_id, one]))
  const shown = new Set<string>()
  return entries.map((entry) => {
    const dispute = shown.has(entry.signUpId) ? undefined : last.get(entry.signUpId)
    shown.add(entry.signUpId)
    const isOpen = dispute?.state === 'open'
    return {
      ...entry,
      mayDispute: entry.mayDispute && !isOpen,
      dispute: dispute?.state ?? null,
      answer: dispute?.answer ?? null,
    }
  })
}
