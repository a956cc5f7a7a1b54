import type { OutputOf } from '#contracts/operations'
import { disputableUntil } from '#core/council/slip'
import { mayInCouncil } from '#core/council/standing'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { councilOfMotion, standingIn } from './load'
import { councilPhotos } from './photos'
import { hasBallot } from './turnout'

type List = OutputOf<'slips.list'>
type Shown = NonNullable<OutputOf<'motions.get'>['ballot']>['slips']

/** 录票: units that could still hand in a slip, slips that wait for a second pair of eyes, and what became of others. */
export async function slipsOf(motionId: string, asking: Asking): Promise<Result<List>> {
  const { tx, now, system } = asking
  const { streetId } = system
  const council = await councilOfMotion(asking, motionId)
  if (!council) return refuse('NOT_FOUND')
  if (!mayInCouncil(await standingIn(asking, council), 'ballot.enter')) return refuse('FORBIDDEN')
  const poll = await tx
    .selectFrom('polls')
    .select(['id', 'title', 'ballots', 'state', 'slate', 'closes_at as closesAt'])
    .where('street_id', '=', streetId)
    .where('motion_id', '=', motionId)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!poll) return refuse('NOT_FOUND')
  const { state, ...shown } = poll
  const isOpen = state === 'voting' && now < poll.closesAt
  return ok({
    poll: { ...shown, isOpen, unitKind: council.unitKind },
    missing: isOpen ? await missingIn(asking, poll.id) : [],
    slips: await rowsOf(asking, poll.id),
  })
}

/** Units of the roll without a ballot and without a slip that waits. */
async function missingIn({ tx, system }: Asking, pollId: string): Promise<List['missing']> {
  return tx
    .selectFrom('poll_units as p')
    .select(['p.unit_id as unitId', 'p.label'])
    .where('p.street_id', '=', system.streetId)
    .where('p.poll_id', '=', pollId)
    .where(({ not }) => not(hasBallot))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ballot_slips as s')
            .select('s.id')
            .whereRef('s.street_id', '=', 'p.street_id')
            .whereRef('s.poll_id', '=', 'p.poll_id')
            .whereRef('s.unit_id', '=', 'p.unit_id')
            .where('s.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('p.place')
    .execute()
}

async function rowsOf(asking: Asking, pollId: string): Promise<List['slips']> {
  const { actor, now, system } = asking
  const rows = await slipRows(asking, pollId)
    .select(['s.state', 's.note', 's.entered_by', 's.entered_at as enteredAt', 's.decided_by'])
    .orderBy('s.entered_at', 'desc')
    .orderBy('s.id')
    .execute()
  const photos = await councilPhotos(
    asking,
    ['slip'],
    rows.map(({ id }) => id),
  )
  const names = await personNames(
    asking,
    rows.flatMap((row) => [row.entered_by, row.decided_by]),
  )
  return rows.map(({ entered_by, decided_by, ...row }) => ({
    ...row,
    enteredBy: names.get(entered_by) ?? '',
    decidedBy: decided_by === null ? null : (names.get(decided_by) ?? ''),
    mine: entered_by === actor.personId,
    photos: photos
      .filter(({ subjectId }) => subjectId === row.id)
      .map(({ id }) => ({ id, url: system.photoLinks.url(id, 'insiders', now) })),
  }))
}

/** Slips of a poll, each called as its unit stands in the roll. */
const slipRows = ({ tx, system }: Asking, pollId: string) =>
  tx
    .selectFrom('ballot_slips as s')
    .innerJoin('poll_units as u', (on) =>
      on
        .onRef('u.street_id', '=', 's.street_id')
        .onRef('u.poll_id', '=', 's.poll_id')
        .onRef('u.unit_id', '=', 's.unit_id'),
    )
    .select(['s.id', 's.unit_id as unitId', 'u.label', 's.channel', 's.dispute'])
    .where('s.street_id', '=', system.streetId)
    .where('s.poll_id', '=', pollId)

interface PollShown {
  id: string
  state: 'voting' | 'closed' | 'void'
  closesAt: number
}

/**
 * Which ballots came in on paper or by telephone. While a poll runs only the unit itself is told of its own: who has
 * voted is nobody's business until the close.
 */
export async function shownSlips(asking: Asking, poll: PollShown, units: readonly string[]): Promise<Shown> {
  const rows = await slipRows(asking, poll.id).where('s.state', '=', 'counted').orderBy('u.place').execute()
  const own = (unitId: string) => units.includes(unitId)
  return rows
    .filter(({ unitId }) => poll.state !== 'voting' || own(unitId))
    .map((row) => ({
      ...row,
      mayDispute: row.dispute === null && own(row.unitId) && asking.now < disputableUntil(poll),
    }))
}
