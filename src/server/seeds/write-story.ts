import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Calendar } from '#core/concerns/calendar'
import type { Timer } from '#core/concerns/timers'
import { type Deed, saveNew, saveStep } from '../concerns/save'
import { tell } from '../concerns/tell'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { DAY, digits, HOUR, MINUTE, STREET } from './codes'
import { below, lowest } from './keyed-hash'
import type { PictureKeeper } from './part'
import { afterIds, type Line, type Played, photoIds, type Tale } from './play'
import { drawScene, SCENES, type Scene } from './scenes'
import type { Story } from './story'

/** Pictures of one scene differ in this many ways. */
const VARIANTS = 2

export interface Drawn {
  sha256: string
  bytes: number
  width: number
  height: number
}

/** Draws every picture of the story and puts it where photos are kept. */
export async function drawPhotos(photos: PictureKeeper): Promise<Map<string, Drawn>> {
  const drawn = new Map<string, Drawn>()
  for (const scene of SCENES) {
    for (let variant = 0; variant < VARIANTS; variant += 1) {
      const key = `${scene}.${variant}`
      const { bytes, width, height } = await drawScene(scene, key)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await photos.put(sha256, bytes)
      drawn.set(key, { sha256, bytes: bytes.length, width, height })
    }
  }
  return drawn
}

interface Writing {
  epoch: number
  calendar: Calendar
  drawn: ReadonlyMap<string, Drawn>
  /** People who may say "me too". */
  neighbours: string[]
  progress(done: number, of: number): void
}

/** Writes the story as the operations would have written it while it happened. */
export async function writeStory(tx: Tx, { played, lastNumbers }: Story, writing: Writing): Promise<void> {
  for (const [at, one] of played.entries()) {
    await writeTale(tx, one, writing)
    writing.progress(at + 1, played.length)
  }
  await insertAll(
    tx,
    'daily_numbers',
    [...lastNumbers].map(([day, last]) => ({ street_id: STREET, day, last })),
  )
  await sql`
    update inbox_messages set read_at = at + ${HOUR}
    where read_at is null and at < ${writing.epoch - 2 * DAY}`.execute(tx)
}

async function writeTale(tx: Tx, { tale, lines }: Played, writing: Writing): Promise<void> {
  let told = 0
  const deed = (line: { at: number; by?: string | null; role?: Deed['role'] }): Deed => ({
    personId: line.by ?? null,
    role: line.role ?? 'clock',
    at: line.at,
    calendar: writing.calendar,
    newId() {
      told += 1
      return `m.${tale.id.slice(2)}.${digits(told, 3)}`
    },
  })
  let version = 0
  for (const line of lines) {
    version = await writeLine(tx, line, version, deed)
    if (line.kind === 'new') await writeEndorsements(tx, tale, line, writing)
  }
  await writePhotos(tx, tale, lines, writing)
}

async function writeLine(
  tx: Tx,
  line: Line,
  version: number,
  deed: (line: { at: number; by?: string | null; role?: Deed['role'] }) => Deed,
): Promise<number> {
  if (line.kind === 'new') {
    await saveNew(tx, line.concern, deed(line))
    return 1
  }
  if (line.kind === 'struck') {
    await strike(tx, line.concern.id, line.timer, line.at)
    return version
  }
  if (line.kind === 'told') {
    const telling = { before: line.concern, after: line.concern, event: null, notices: line.notify }
    await tell(tx, telling, deed(line))
    return version
  }
  const { before, after, event, notify } = line
  const saved = await saveStep(tx, { before, version, after, event, alsoTell: notify }, deed(line))
  if (!saved.ok) throw new Error(`the story of ${after.id} was changed by somebody else`)
  return saved.value
}

const strike = (tx: Tx, concernId: string, { kind, clock }: Timer, at: number) =>
  tx
    .updateTable('timers')
    .set({ fired_at: at })
    .where('street_id', '=', STREET)
    .where('concern_id', '=', concernId)
    .where('kind', '=', kind)
    .where('clock', '=', clock)
    .execute()

async function writeEndorsements(
  tx: Tx,
  tale: Tale,
  { concern, at }: Extract<Line, { kind: 'new' }>,
  { neighbours, epoch }: Writing,
): Promise<void> {
  const others = neighbours.filter((id) => id !== tale.reporter && id !== concern.aboutPersonId)
  const endorsers = lowest(others, tale.endorsed ?? 0, (id) => `too|${tale.id}|${id}`)
  // One after the other, within hours and days, none after the epoch.
  const within = Math.min(5 * DAY, epoch - at)
  await insertAll(
    tx,
    'endorsements',
    endorsers.map((person, index) => ({
      street_id: STREET,
      concern_id: tale.id,
      person_id: person,
      at: at + Math.floor((within * (index + 1)) / (endorsers.length + 1)),
    })),
  )
}

async function writePhotos(tx: Tx, tale: Tale, lines: Line[], { drawn }: Writing): Promise<void> {
  const resolved = lines.find((line) => line.kind === 'step' && line.event.kind === 'resolve')
  const before = { scenes: tale.scenes ?? [], ids: photoIds(tale), by: tale.reporter, at: tale.at }
  const result = resolved?.kind === 'step' && resolved.by !== null ? resolved : undefined
  const after = result && {
    scenes: tale.after ?? [],
    ids: afterIds(tale),
    by: result.by ?? '',
    at: result.at,
  }
  const rows = [before, ...(after ? [after] : [])].flatMap(({ scenes, ids, by, at }) =>
    scenes.map((scene, index) => ({
      street_id: STREET,
      id: ids[index] ?? '',
      uploader_id: by,
      concern_id: tale.id,
      ...pictureOf(drawn, scene, `${tale.id}|${index}`),
      created_at: at - MINUTE,
      state: 'pass' as const,
    })),
  )
  await insertAll(tx, 'photos', rows)
}

export function pictureOf(drawn: ReadonlyMap<string, Drawn>, scene: Scene, key: string): Drawn {
  const picture = drawn.get(`${scene}.${below(`picture|${key}`, VARIANTS)}`)
  if (!picture) throw new Error(`no picture of ${scene}`)
  return picture
}
