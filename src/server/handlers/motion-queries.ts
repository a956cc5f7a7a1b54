import { type SqlBool, sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { whyNotSpeak } from '#core/council/debate'
import { type Motion, wordsOf } from '#core/council/motion'
import { allowedOnMotion } from '#core/council/motion-machine'
import type { DecisionRule } from '#core/council/rule'
import { mayInCouncil } from '#core/council/standing'
import { ANNOUNCED_FOR } from '#core/council/steps/agenda'
import { needed } from '#core/council/tally'
import { ok, refuse } from '#core/result'
import { ballotOf } from '../council/ballot-view'
import { concernOf } from '../council/concern-of'
import { electionIn } from '../council/election-view'
import { placesOf } from '../council/listed-units'
import { findCouncil, placeOf, standingIn, unitsOf } from '../council/load'
import { opinionsOf } from '../council/opinions'
import { projectOfMotion } from '../council/project-view'
import { proxiesOf } from '../council/proxies'
import { unitsHeldBy } from '../council/proxy-holders'
import { motionRows, OPEN_STATES, rowOf } from '../council/rows'
import { labelsOf } from '../council/seats'
import { showCouncil } from '../council/show'
import { speakersOf } from '../council/speeches'
import { ruleOf } from '../council/statutes'
import { publicityOf, saidOf, timelineOf } from '../council/story'
import { strikesOf } from '../council/strikes'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'

type MotionQuery = 'councils.show' | 'motions.list' | 'motions.get' | 'motions.record'
type View = OutputOf<'motions.get'>

/** Characters of a record in one answer: even if each were Chinese or had to be escaped it stays below a megabyte. */
const PART = 250_000

export const motionQueryHandlers: HandlersOf<MotionQuery> = {
  'councils.show': ({ councilId }, asking) => showCouncil(asking, councilId),

  'motions.list': async ({ councilId, show, cursor }, asking) => {
    const { tx, now, system } = asking
    const council = await findCouncil(tx, { streetId: system.streetId, id: councilId })
    if (!council) return refuse('NOT_FOUND')
    const after = readCursor(cursor)
    if (!after.ok) return after
    let asked = motionRows(asking, await unitsOf(asking, council))
      .where('m.council_id', '=', councilId)
      .where('m.state', show === 'open' ? 'in' : 'not in', OPEN_STATES)
      .orderBy('m.proposed_at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      asked = asked.where(sql<SqlBool>`(m.proposed_at, m.id) < (${after.value.at}, ${after.value.id})`)
    const page = pageOf(await asked.execute(), ({ body, id }) => ({ at: body.proposedAt, id }))
    const { units } = await placeOf(tx, system.streetId, { council, now })
    return ok({
      items: page.rows.map((row) => rowOf(row, { unitKind: council.unitKind, units, now })),
      cursor: page.cursor,
    })
  },

  'motions.get': async ({ id }, asking) => {
    const { tx, actor, now, system } = asking
    const { streetId } = system
    const row = await motionRows(asking, await ownUnits(asking))
      .where('m.id', '=', id)
      .executeTakeFirst()
    const motion: Motion | undefined = row?.body
    const council = motion && (await findCouncil(tx, { streetId, id: motion.councilId }))
    if (!row || !council) return refuse('NOT_FOUND')
    const standing = await standingIn(asking, council)
    const { units } = standing.council
    const rule = await ruleOf(asking, { motion, council })
    const labels = await labelsOf(asking, [...motion.seconds, ...standing.standsFor])
    const named = (ids: readonly string[]) =>
      ids.map((unitId) => ({ unitId, label: labels.get(unitId) ?? '' }))
    const spoken = await speakersOf(asking, id)
    const ballot = await ballotOf(asking, id, [...standing.standsFor, ...(await unitsHeldBy(asking, id))])
    const maySay = mayInCouncil(standing, 'opinion.say') !== null
    return ok({
      ...rowOf(row, { unitKind: council.unitKind, units, now }),
      ...saidBy(motion, rule, units),
      version: row.version,
      councilId: council.id,
      councilName: council.name,
      concern: await concernOf(asking, motion.concernId),
      mine: motion.proposerId === actor.personId,
      secondedBy: named(motion.seconds),
      units,
      said: await saidOf(asking, id),
      maySpeak: whyNotSpeak({ ...standing, state: motion.state, spoken }) === null,
      mayEnterSlips: mayInCouncil(standing, 'ballot.enter') !== null,
      ballot,
      election: await electionIn(asking, motion),
      opinion: await opinionsOf(asking, ballot?.id, maySay),
      project: await projectOfMotion(asking, id),
      strikes: await strikesOf(asking, id),
      mayStrike: mayInCouncil(standing, 'roll.strike') !== null,
      ...(await proxiesOf(asking, motion, standing.standsFor)),
      again: motion.again ? { id: motion.again.motionId, until: motion.again.until } : null,
      publicity: await publicityOf(asking, motion),
      timeline: await timelineOf(asking, id),
      standsFor: named(standing.standsFor),
      may: allowedOnMotion({ ...standing, motion, now }),
    })
  },

  'motions.record': async ({ pollId, from }, { tx, system }) => {
    const poll = await tx
      .selectFrom('polls')
      .select(['fingerprint', 'roll_hash as rollHash', 'title'])
      .select([
        sql<string | null>`substr(record, ${from + 1}::int, ${PART}::int)`.as('text'),
        sql<number | null>`length(record)`.as('length'),
      ])
      .where('street_id', '=', system.streetId)
      .where('id', '=', pollId)
      .executeTakeFirst()
    if (!poll) return refuse('NOT_FOUND')
    const { text, length, fingerprint, rollHash, title } = poll
    if (text === null || length === null || fingerprint === null) return refuse('POLL_NOT_OVER')
    const end = from + PART
    return ok({ text, next: end < length ? end : null, fingerprint, rollHash, title })
  },
}

/** Houses he heads, wherever, and his own places in other bodies. */
async function ownUnits(asking: Asking): Promise<string[]> {
  const { grants, personId } = asking.actor
  const headed = grants.flatMap(({ role, buildingId }) => (role === 'head' && buildingId ? [buildingId] : []))
  if (personId === null) return headed
  const own = await placesOf(asking, [personId]).execute()
  return [...headed, ...own.map(({ unitId }) => unitId)]
}

/** What the motion itself says, and what it takes, in exact numbers of the buildings there are now. */
function saidBy(
  motion: Motion,
  decision: DecisionRule,
  units: number,
): Pick<
  View,
  'rule' | 'text' | 'who' | 'byWhen' | 'costFen' | 'note' | 'versions' | 'needed' | 'debateFrom'
> {
  const { text, who, byWhen, costFen } = wordsOf(motion)
  return {
    rule: motion.rule,
    text,
    who,
    byWhen,
    costFen,
    note: 'note' in motion ? motion.note : '',
    versions: motion.versions.map(({ at, changed }) => ({ at, changed })),
    needed: needed(decision, units),
    debateFrom: motion.state === 'announced' ? motion.announcedAt + ANNOUNCED_FOR : null,
  }
}
