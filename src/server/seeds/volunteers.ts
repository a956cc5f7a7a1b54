import type { OutputOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'
import { strike } from '../volunteers/clock'
import { shiftRows } from '../volunteers/load'
import { HOUR, PILOT_GRID, STREET } from './codes'
import { type Play, playIn } from './council-play'
import { lowest } from './keyed-hash'
import { type At, atFrom } from './moves'
import type { Part } from './part'
import { personOf } from './personas'
import { digestOf } from './rows'
import { coming, pastTales, type TaskTale } from './volunteer-tales'
import type { World } from './world'

const CAPTAIN = personOf('captain.vol')
const CHEN = personOf('volunteer.chen')
const LI = personOf('resident.li')

/** 志愿服务: four months of tasks, who came, what was put right, a certificate, and what is to be done this week. */
export function volunteersPart(world: World, epoch: number, vault: Vault): Part {
  const at = atFrom(epoch)
  const tales = [...pastTales(at), ...coming(at)]
  return {
    name: 'pilot.volunteers',
    says: '写下四个月来的志愿服务',
    digest: () => digestOf({ epoch, tales }),
    async write(tx) {
      const telling = { tx, play: playIn(tx, vault, 'vm'), at, neighbours: neighboursOf(world) }
      for (const tale of tales) await tell(telling, tale)
      await putRight(telling)
      await certify(telling)
      await offerRewards(telling)
      await readByNow(tx)
    },
  }
}

/** Grown people of the estate who are nobody's persona. */
const neighboursOf = (world: World): string[] => {
  const living = new Set(world.residencies.map(({ person }) => person))
  const personas = new Set(world.logins.map(({ person }) => person))
  return world.persons
    .filter(({ id, age }) => living.has(id) && !personas.has(id) && age >= 20 && age < 75)
    .map(({ id }) => id)
}

interface Telling {
  tx: Tx
  play: Play
  at: At
  neighbours: string[]
}

/** One task from its draft to its ledger, as far as its time has come. */
async function tell({ tx, play, neighbours }: Telling, tale: TaskTale): Promise<void> {
  const { id, words, shifts, writtenAt, source = { kind: 'plan' as const }, repeats = null } = tale
  const writer = tale.writer ?? CAPTAIN
  const shiftIds = shifts.map((_, n) => `${id}.${n + 1}`)
  const draft = { gridPath: PILOT_GRID, words, leaderId: tale.leader ?? CHEN, source, repeats, shifts }
  await play.does({ person: writer, at: writtenAt, ids: [id, ...shiftIds] }, 'tasks.draft', draft)
  if (tale.draft) return
  await play.does({ person: CAPTAIN, at: writtenAt + HOUR }, 'tasks.publish', { id, version: 1 })
  for (const [n, shift] of shifts.entries()) {
    const shiftId = shiftIds[n] ?? ''
    const crowd = lowest(neighbours, tale.come[n] ?? 0, (person) => `volunteer|${shiftId}|${person}`)
    const people = [...(tale.named[n] ?? []), ...crowd]
    const signUps = await signUpAll(play, { shiftId, people, from: writtenAt + 7_200_000 })
    if (tale.over) await live(play, { tale, taskId: id, shift, signUps })
  }
  if (!tale.over) return
  await strikeAll(tx, id)
  const present = await tx
    .selectFrom('volunteer_signups')
    .select('id')
    .where('task_id', '=', id)
    .where('state', '=', 'done')
    .where('person_id', '<>', CAPTAIN)
    .execute()
  const signUpIds = present.map((one) => one.id)
  const confirmedAt = Math.max(...shifts.map(({ endsAt }) => endsAt)) + 20 * HOUR
  if (!tale.unconfirmed && signUpIds.length > 0)
    await play.does({ person: CAPTAIN, at: confirmedAt }, 'service.confirm', { taskId: id, signUpIds })
}

interface SignUpSeed {
  id: string
  person: string
  state: OutputOf<'signups.join'>['state']
}

async function signUpAll(
  play: Play,
  { shiftId, people, from }: { shiftId: string; people: string[]; from: number },
): Promise<SignUpSeed[]> {
  const signUps: SignUpSeed[] = []
  for (const [n, person] of people.entries()) {
    const joining = { shiftId, trained: true, guest: null }
    const { id, state } = await play.does({ person, at: from + n * 40 * 60_000 }, 'signups.join', joining)
    signUps.push({ id, person, state })
  }
  return signUps
}

interface Living {
  tale: TaskTale
  taskId: string
  shift: TaskTale['shifts'][number]
  signUps: SignUpSeed[]
}

/** The day itself: one cancels in time, one does not come, the others are on the leader's list. */
async function live(play: Play, { tale, taskId, shift, signUps }: Living): Promise<void> {
  const { startsAt, endsAt } = shift
  const placed = signUps.filter(({ state }) => state === 'accepted')
  const moved = signUps.find(({ state }) => state === 'waiting')
  const canceller = tale.cancelled ? placed[placed.length - 1] : undefined
  if (canceller)
    await play.does({ person: canceller.person, at: startsAt - 30 * HOUR }, 'signups.cancel', {
      id: canceller.id,
    })
  const late = placed.find(({ person }) => person === tale.late)
  if (late)
    await play.does({ person: late.person, at: startsAt - 3 * HOUR }, 'signups.cancel', { id: late.id })
  const absent = tale.absent ? placed[placed.length - 2] : undefined
  const there = [
    ...placed.filter((one) => one !== canceller && one !== late && one !== absent),
    ...(canceller && moved ? [moved] : []),
  ]
  const marks = there.map(({ id }, n) => ({ signUpId: id, inAt: startsAt - (n % 4) * 60_000, outAt: endsAt }))
  const leader = tale.leader ?? CHEN
  if (marks.length > 0)
    await play.does({ person: leader, at: endsAt + 60_000 }, 'signups.mark', { taskId, marks })
}

/** What happens to its shifts by themselves, each at its own instant. */
async function strikeAll(tx: Tx, taskId: string): Promise<void> {
  let made = 0
  const newId = () => {
    made += 1
    return `vc.${taskId}.${made}`
  }
  for (;;) {
    const due = await shiftRows(tx, STREET)
      .select('next_at as nextAt')
      .where('task_id', '=', taskId)
      .where('next_at', 'is not', null)
      .orderBy('next_at')
      .executeTakeFirst()
    if (!due || due.nextAt === null) return
    await strike(tx, { streetId: STREET, newId }, due, due.nextAt)
  }
}

const signUpOf = async (tx: Tx, taskId: string, person: string): Promise<string> =>
  (
    await tx
      .selectFrom('volunteer_signups')
      .select('id')
      .where('task_id', '=', taskId)
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
  ).id

/** One amount too many put right, one that its person disputes. */
async function putRight({ tx, play, at }: Telling): Promise<void> {
  const corrected = await signUpOf(tx, 'task.alley-2', LI)
  await play.does({ person: CAPTAIN, at: at(-12, '9:00') }, 'service.correct', {
    signUpId: corrected,
    minutes: 90,
    reason: '提前半小时收工，多记了',
  })
  const disputed = await signUpOf(tx, 'task.sunday', CHEN)
  await play.does({ person: CHEN, at: at(-10, '20:00') }, 'service.dispute', {
    signUpId: disputed,
    minutes: 180,
    words: '散场后还收了半小时工具',
  })
}

async function certify({ play, at }: Telling): Promise<void> {
  const asked = { name: '李启明', fromDay: dayOf(at(-110, '0:00')), toDay: dayOf(at(-9, '0:00')) }
  const staff = personOf('community.staff')
  const short = { ...asked, name: '小李' }
  const first = { person: LI, at: at(-9, '18:00'), ids: ['cert.li-short'] }
  const declined = await play.does(first, 'certificates.ask', short)
  const reason = '证明上要写全名，写好再申请'
  await play.does({ person: staff, at: at(-8, '8:40') }, 'certificates.decline', { ...declined, reason })
  const { id } = await play.does(
    { person: LI, at: at(-8, '9:00'), ids: ['cert.li'] },
    'certificates.ask',
    asked,
  )
  await play.does({ person: staff, at: at(-7, '10:00') }, 'certificates.issue', { id })
  const chen = { ...asked, name: '陈秋萍', toDay: dayOf(at(-3, '0:00')) }
  await play.does({ person: CHEN, at: at(-2, '9:00'), ids: ['cert.chen'] }, 'certificates.ask', chen)
}

/** Small things the community gives, and one that 陈女士 has fetched. */
async function offerRewards({ play, at }: Telling): Promise<void> {
  const person = personOf('community.staff')
  const offers = [
    { title: '一把雨伞', cost: 12, stock: 20 },
    { title: '理发一次', cost: 8, stock: 30 },
    { title: '社区长者饭堂一餐', cost: 6, stock: 40 },
  ]
  for (const [n, offer] of offers.entries())
    await play.does({ person, at: at(-30, '9:00') + n, ids: [`reward.${n + 1}`] }, 'points.offer', offer)
  await play.does({ person: CHEN, at: at(-9, '10:00') }, 'points.exchange', { rewardId: 'reward.2' })
}

/** What people were told they have read: their inboxes begin with what is new today. */
const readByNow = (tx: Tx) =>
  tx
    .updateTable('inbox_messages')
    .set(({ ref }) => ({ read_at: ref('at') }))
    .where('street_id', '=', STREET)
    .where((is) => is.or([is('id', 'like', 'vm.%'), is('id', 'like', 'vc.%')]))
    .execute()
