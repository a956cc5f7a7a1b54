import { sql } from 'kysely'
import { slateOf, whyNotElect } from '#core/council/candidates'
import { type Motion, wordsOf } from '#core/council/motion'
import { whyNotOpen } from '#core/council/poll'
import { rollHash, type UnitLine } from '#core/council/record'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import type { Tx } from '../storage/database'
import { setUpBox } from './box-rows'
import { candidatesNow } from './election-view'
import { isOfHouses, listedUnits } from './listed-units'
import { type Council, charterOf, type KeptMotion } from './load'
import { openOpinions } from './opinions'
import { sha256 } from './sha256'
import { againstRule, ruleOf } from './statutes'
import { struckFrom } from './strikes'

interface Opening {
  id: string
  council: Council
  closesAt: number
  /** The meeting in which hands are raised for it. */
  meetingId?: string
  ballots: 'open' | 'secret'
  opinion: boolean
  now: number
}

/** Freezes rule, roll and paper in the transaction that opens the poll. */
export async function openPoll(
  asking: Asking,
  { motion }: KeptMotion,
  { id, council, closesAt, meetingId, ballots: asked, opinion, now }: Opening,
): Promise<Result<object>> {
  const { tx, system } = asking
  const { streetId } = system
  const found = await settled(asking, motion, { council, now })
  if (!found.ok) return found
  const { units, slate, ...frozen } = found.value
  // Areas would tell who chose what: who counts by them votes openly.
  const ballots = frozen.rule.byArea ? 'open' : asked

  const { title, text } = wordsOf(motion)
  await tx
    .insertInto('polls')
    .values({
      street_id: streetId,
      id,
      motion_id: motion.id,
      state: 'voting',
      title,
      words: text,
      ballots,
      ...frozen,
      ...(slate && { slate }),
      opens_at: now,
      closes_at: closesAt,
      units: units.length,
      roll_hash: rollHash(units, sha256),
      meeting_id: meetingId ?? null,
    })
    .execute()
  await keepRoll(tx, streetId, id, units)
  if (ballots === 'secret') await setUpBox(tx, system, { pollId: id, kind: 'vote', voices: units.length })
  // Residents are asked whether; whom the houses send is theirs to say.
  if (opinion && !slate) await openOpinions(asking, id, council)
  return ok({})
}

/** What a poll is held by and over, as it stands at this instant; or why none can be. */
async function settled(asking: Asking, motion: Motion, { council, now }: Pick<Opening, 'council' | 'now'>) {
  const { tx, system } = asking
  const { streetId } = system
  const notBy = await againstRule(asking, motion.rule, council)
  if (notBy) return refuse(notBy)
  const { charter, version } = await charterOf(tx, { streetId, id: council.id, now })
  const before = motion.state === 'no_quorum' ? await ruleBefore(tx, streetId, motion.id) : null
  const rule = before?.rule ?? (await ruleOf(asking, { motion, council }))
  const seats = await seatsNow(tx, streetId, { council, byArea: rule.byArea === true, now })
  const struck = await struckFrom(tx, streetId, { motionId: motion.id, charter })
  const units = seats.filter(({ unitId }) => !struck.some((one) => one.unitId === unitId))
  const represented = units.filter((unit) => unit.represented).length
  const slate =
    motion.election && slateOf(motion.election, await candidatesNow(asking, motion, { council, now }))
  const refusal = whyNotOpen(rule, units.length, represented) ?? (slate ? whyNotElect(slate) : null)
  if (refusal) return refuse(refusal)
  return ok({
    rule,
    units,
    represented,
    slate,
    charter_version: before?.version ?? version,
    may_change: before?.mayChange ?? charter.mayChange,
  })
}

/** 参加不够再投一次: with the very rule of the poll too few came to. */
const ruleBefore = (tx: Tx, streetId: string, motionId: string) =>
  tx
    .selectFrom('polls')
    .select(['rule', 'charter_version as version', 'may_change as mayChange'])
    .where('street_id', '=', streetId)
    .where('motion_id', '=', motionId)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst()

interface SeatsAsked {
  council: Council
  byArea: boolean
  now: number
}

/** Every unit of the council as it stands now; one without a head, or whose owner is not known, has its seat all the same. */
async function seatsNow(tx: Tx, streetId: string, { council, byArea, now }: SeatsAsked): Promise<UnitLine[]> {
  if (!isOfHouses(council)) {
    await holdList(tx, streetId, council.id)
    const listed = await listedUnits(tx, streetId, { body: council, now })
    return listed.map(({ id, label, personId, area }) => ({
      kind: 'unit',
      unitId: id,
      label,
      represented: personId !== null,
      ...(byArea && { area: area ?? 0 }),
    }))
  }
  const rows = await tx
    .selectFrom('buildings as b')
    .select(['b.id', 'b.label'])
    .select(
      sql<boolean>`exists (
        select from role_grants g where g.street_id = b.street_id and g.building_id = b.id
          and g.role = 'head' and g.from_at <= ${now} and g.to_at > ${now}
      )`.as('represented'),
    )
    .where('b.street_id', '=', streetId)
    .where(under('b.grid_path', council.gridPath))
    .orderBy('b.no')
    .orderBy('b.id')
    .execute()
  return rows.map(({ id, label, represented }) => ({ kind: 'unit', unitId: id, label, represented }))
}

/** Whoever changes the list waits until the roll is taken. */
const holdList = (tx: Tx, streetId: string, councilId: string) =>
  tx
    .selectFrom('councils')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', '=', councilId)
    .forShare()
    .execute()

/** In one statement, however long it is: the database refuses a roll that is written in pieces. */
const keepRoll = (tx: Tx, streetId: string, pollId: string, units: UnitLine[]) =>
  sql`
    insert into poll_units (street_id, poll_id, unit_id, place, label, represented, area)
    select ${streetId}, ${pollId}, u."unitId", u.place, u.label, u.represented, u.area
    from jsonb_to_recordset(${JSON.stringify(units.map((unit, at) => ({ ...unit, place: at + 1 })))}::jsonb)
      as u("unitId" text, place int, label text, represented boolean, area bigint)`.execute(tx)
