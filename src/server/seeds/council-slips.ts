import { createHash } from 'node:crypto'
import type { Choice } from '#core/council/tally'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { HOUR, STREET } from './codes'
import type { Play } from './council-play'
import { buildingId } from './estate'
import type { PictureKeeper } from './part'
import { personOf } from './personas'
import { drawScene } from './scenes'

const ENTERS = personOf('staff.grid')
const CONFIRMS = personOf('grid.head')

/** Gives the photo of another slip each time; as every picture of the demo it is drawn. */
export type Slips = (at: number) => Promise<string>

export async function slipsIn(tx: Tx, photos: PictureKeeper): Promise<Slips> {
  const { bytes, width, height } = await drawScene('slip', 'slip')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await photos.put(sha256, bytes)
  let drawn = 0
  return async (at) => {
    drawn += 1
    const id = `slip.photo.${drawn}`
    const picture = { sha256, bytes: bytes.length, width, height, created_at: at, state: 'pass' as const }
    await insertAll(tx, 'photos', [
      { street_id: STREET, id, uploader_id: ENTERS, concern_id: null, ...picture },
    ])
    return id
  }
}

interface Handed {
  pollId: string
  no: number
  choice: Choice
  at: number
}

/** 曾小云 enters a slip, and the grid's head reads it again an hour later; or has not yet. */
export async function handIn(
  { play, slips }: { play: Play; slips: Slips },
  { pollId, no, choice, at }: Handed,
  confirmed = true,
): Promise<void> {
  const salt = 'seeded-ballot-salt'
  const slip = { pollId, unitId: buildingId(no), channel: 'paper' as const, choice, salt }
  const photoIds = [await slips(at)]
  const { id } = await play.does({ person: ENTERS, at }, 'slips.enter', { ...slip, photoIds })
  if (confirmed) await play.does({ person: CONFIRMS, at: at + HOUR }, 'slips.confirm', { id, choice, salt })
}
