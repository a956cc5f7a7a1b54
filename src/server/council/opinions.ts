import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { type Opinions, whyNotSay } from '#core/council/opinion'
import { choiceBy, marksOf, sumOf } from '#core/council/paper'
import { mayInCouncil } from '#core/council/standing'
import { ageStandingOf } from '#core/people/age'
import { ok, type Result, refuse } from '#core/result'
import { confirmedHomes } from '../heads/register'
import type { Asking, System } from '../operation'
import { birthOf } from '../people/birth'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { type Box, emptyBox, openBox, putIntoBox, setUpBox } from './box-rows'
import { type Council, councilOfMotion, standingIn } from './load'
import { findPollToVote } from './polls'

/** Asked beside a vote that opens: of how many residents, as they stand now. */
export async function openOpinions(
  asking: Asking,
  pollId: string,
  { gridPath, buildingId }: Council,
): Promise<void> {
  const homes = confirmedHomes(asking).select(sql<number>`count(distinct r.person_id)::int`.as('residents'))
  const { residents } = await (buildingId === null
    ? homes.where(under('b.grid_path', gridPath))
    : homes.where('b.id', '=', buildingId)
  ).executeTakeFirstOrThrow()
  const { tx, system } = asking
  await tx.insertInto('opinions').values({ street_id: system.streetId, poll_id: pollId, residents }).execute()
  await setUpBox(tx, system, { pollId, kind: 'opinion', voices: residents })
}

/** 说一句意见: one a resident, changed until the close; nobody can tell whose it was. */
export async function sayOpinion(
  { pollId, choice }: ParsedOf<'opinions.say'>,
  asking: Asking,
): Promise<Result<OutputOf<'opinions.say'>>> {
  const { tx, actor, system } = asking
  const { streetId } = system
  const poll = await findPollToVote(tx, { streetId, id: pollId })
  const council = poll && (await councilOfMotion(asking, poll.motionId))
  if (!council || actor.personId === null) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const refusal = whyNotSay({
    poll,
    livesHere: mayInCouncil(await standingIn(asking, council), 'opinion.say') !== null,
    age: ageStandingOf(await birthOf(tx, system, actor.personId), now),
    now,
  })
  if (refusal) return refuse(refusal)
  if (!(await isAsked(tx, streetId, pollId))) return refuse('NOT_FOUND')
  await tx
    .insertInto('opinion_voters')
    .values({ street_id: streetId, poll_id: pollId, person_id: actor.personId })
    .onConflict((conflict) => conflict.columns(['street_id', 'poll_id', 'person_id']).doNothing())
    .execute()
  const voice = { voiceId: actor.personId, marks: marksOf(choice, null) }
  await putIntoBox(tx, system, { pollId, kind: 'opinion' }, [voice])
  return ok({ id: poll.motionId })
}

/** At the close the sums stay, and nothing else. Of a void poll nothing is counted. */
export async function closeOpinions(
  tx: Tx,
  system: Pick<System, 'streetId' | 'vault'>,
  pollId: string,
): Promise<void> {
  const { streetId } = system
  if (!(await isAsked(tx, streetId, pollId))) return
  const box: Box = { pollId, kind: 'opinion' }
  const sums: Opinions = sumOf((await openBox(tx, system, box)).map(choiceBy))
  await tx
    .updateTable('opinions')
    .set({ sums })
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .execute()
  await emptyBox(tx, streetId, box)
}

const isAsked = async (tx: Tx, streetId: string, pollId: string): Promise<boolean> =>
  (await tx
    .selectFrom('opinions')
    .select('poll_id')
    .where('street_id', '=', streetId)
    .where('poll_id', '=', pollId)
    .executeTakeFirst()) !== undefined

type View = OutputOf<'motions.get'>['opinion']

/** Beside the vote: how many have spoken, and after the close what they said. */
export async function opinionsOf(
  { tx, actor, system }: Asking,
  pollId: string | undefined,
  maySay: boolean,
): Promise<View> {
  if (pollId === undefined) return null
  const row = await tx
    .selectFrom('opinions as o')
    .leftJoin('polls as p', (on) =>
      on.onRef('p.street_id', '=', 'o.street_id').onRef('p.id', '=', 'o.poll_id'),
    )
    .select(['o.residents', 'o.sums', 'p.state'])
    .where('o.street_id', '=', system.streetId)
    .where('o.poll_id', '=', pollId)
    .executeTakeFirst()
  if (!row || row.state === 'void') return null
  const voters = await tx
    .selectFrom('opinion_voters')
    .select(sql<number>`count(*)::int`.as('saying'))
    .select(sql<boolean>`coalesce(bool_or(person_id = ${actor.personId}), false)`.as('said'))
    .where('street_id', '=', system.streetId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow()
  return { residents: row.residents, sums: row.sums, ...voters, maySay: maySay && row.state === 'voting' }
}
