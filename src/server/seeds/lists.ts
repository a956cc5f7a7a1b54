import type { ParsedOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { spanOfWeek, weekWith } from '#core/goals/week'
import { type Offer, sittingsOf } from '#core/offers/offer'
import type { Tx } from '../storage/database'
import { DAY, HOUR, MINUTE, PILOT_GRID, STREET } from './codes'
import { type Play, playIn } from './council-play'
import { type Photo, photosIn } from './council-slips'
import { lowest } from './keyed-hash'
import { strikeGoals } from './list-clock'
import { CHANGES, GOALS, OFFERS, type OfferTale } from './list-tales'
import { type At, atFrom } from './moves'
import type { Part, SeedPorts } from './part'
import { personOf } from './personas'
import { digestOf } from './rows'
import type { World } from './world'

const CAPTAIN = personOf('captain.vol')
const STAFF = personOf('staff.grid')
const LI = personOf('resident.li')

/** 服务清单、小目标、小变化: what the pilot's grid offers and who comes, ten weeks of goals, four changes to be seen. */
export function listsPart(world: World, epoch: number, { vault, photos }: SeedPorts): Part {
  return {
    name: 'pilot.lists',
    says: '写下常设服务、小目标和小变化',
    digest: () => digestOf({ epoch, OFFERS, GOALS, CHANGES }),
    async write(tx) {
      const at = atFrom(epoch)
      const telling = { tx, play: playIn(tx, vault, 'ls'), photo: photosIn(tx, photos, 'lists'), at, epoch }
      const neighbours = neighboursOf(world)
      for (const tale of OFFERS) await offer(telling, tale, neighbours)
      await goals(telling)
      for (const { day, before, after, ...told } of CHANGES) {
        const pictures = {
          before: [await telling.photo(before, STAFF, at(day, '9:00'))],
          after: [await telling.photo(after, STAFF, at(day, '16:00'))],
        }
        const change = { gridPath: PILOT_GRID, month: monthOf(at(day, '17:00')), ...told, ...pictures }
        await telling.play.does({ person: STAFF, at: at(day, '17:00') }, 'changes.tell', change)
      }
      await readByNow(tx)
    },
  }
}

const monthOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 7)

/** Grown people of the estate who are nobody's persona. */
const neighboursOf = (world: World): string[] => {
  const living = new Set(world.residencies.map(({ person }) => person))
  const personas = new Set(world.logins.map(({ person }) => person))
  return world.persons
    .filter(({ id, age }) => living.has(id) && !personas.has(id) && age >= 20)
    .map(({ id }) => id)
}

interface Telling {
  tx: Tx
  play: Play
  photo: Photo
  at: At
  epoch: number
}

/** One offer since six weeks ago: who came to the last times, who has booked for the next two. */
async function offer(
  { play, at, epoch }: Telling,
  { id, words, weekly, walkIn, provider, come, li }: OfferTale,
  neighbours: string[],
): Promise<void> {
  const writtenAt = at(-42, '9:00')
  const span = { fromDay: dayOf(writtenAt), toDay: dayOf(at(120, '0:00')) }
  const input: ParsedOf<'offers.write'> = {
    ...words,
    ...span,
    gridPath: PILOT_GRID,
    weekly,
    walkIn,
    providerId: provider,
  }
  await play.does({ person: CAPTAIN, at: writtenAt, ids: [id] }, 'offers.write', input)
  if (walkIn) return
  const planned: Offer = {
    ...span,
    id,
    streetId: STREET,
    gridPath: PILOT_GRID,
    words,
    weekly,
    walkIn,
    providerId: provider,
    madeBy: CAPTAIN,
    madeAt: writtenAt,
    state: 'open',
  }
  const sittings = sittingsOf(planned, { from: writtenAt + 2 * DAY, to: at(14, '0:00') })
  for (const [n, { startsAt }] of sittings.entries()) {
    const people = lowest(neighbours, come, (person) => `offer|${id}|${n}|${person}`)
    const guests = li && startsAt > epoch ? [LI, ...people.slice(1)] : people
    const isOver = startsAt + HOUR < epoch
    // Whoever comes next week books before today.
    const bookedAt = Math.min(startsAt - 30 * HOUR, epoch - 3 * HOUR)
    for (const [place, person] of guests.entries()) {
      const deed = { person, at: bookedAt + place * MINUTE }
      const booking = await play.does(deed, 'offers.book', { id, startsAt, forWhom: null })
      const marked = { id: booking.id, came: (n + place) % 7 !== 6 }
      if (isOver) await play.does({ person: provider, at: startsAt + 50 * MINUTE }, 'offers.mark', marked)
    }
  }
}

/** One goal a week, the present one open; what was not proven was missed when its week was over. */
async function goals({ tx, play, photo, epoch }: Telling): Promise<void> {
  const running = spanOfWeek(weekWith(epoch)).from
  for (const [back, { text, note, scene, about = null }] of GOALS.entries()) {
    const monday = running - back * 7 * DAY
    const id = `goal.${back}`
    const set = { gridPath: PILOT_GRID, week: weekWith(monday), text, ownerId: null, about }
    const setAt = Math.min(monday + 9 * HOUR, epoch + 30 * MINUTE)
    await play.does({ person: STAFF, at: setAt, ids: [id] }, 'goals.set', set)
    if (back === 0) continue
    if (note === null) {
      await strikeGoals(tx, id, monday + 7 * DAY)
      continue
    }
    const provenAt = monday + 4 * DAY + 16 * HOUR
    const photoIds = [await photo(scene, STAFF, provenAt - MINUTE)]
    await play.does({ person: STAFF, at: provenAt }, 'goals.prove', { id, version: 1, note, photoIds })
  }
}

/** What people were told they have read: their inboxes begin with what is new today. */
const readByNow = (tx: Tx) =>
  tx
    .updateTable('inbox_messages')
    .set(({ ref }) => ({ read_at: ref('at') }))
    .where('street_id', '=', STREET)
    .where('id', 'like', 'ls.%')
    .execute()
