import { createHash } from 'node:crypto'
import type { Choice } from '#core/council/tally'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { HOUR, STREET } from './codes'
import type { Play } from './council-play'
import { buildingId } from './estate'
import type { PictureKeeper } from './part'
import { personOf } from './personas'
import { drawScene, type Scene } from './scenes'

const ENTERS = personOf('staff.grid')
const CONFIRMS = personOf('grid.head')

/** Gives another photo of a scene, taken by somebody; as every picture of the demo it is drawn. */
export type Photo = (scene: Scene, by: string, at: number) => Promise<string>

/** `prefix`: of their ids in this part of the story. */
export function photosIn(tx: Tx, photos: PictureKeeper, prefix = 'council'): Photo {
  let drawn = 0
  return async (scene, by, at) => {
    const { bytes, width, height } = await drawScene(scene, scene)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await photos.put(sha256, bytes)
    drawn += 1
    const id = `${prefix}.photo.${drawn}`
    const picture = { sha256, bytes: bytes.length, width, height, created_at: at, state: 'pass' as const }
    await insertAll(tx, 'photos', [{ street_id: STREET, id, uploader_id: by, concern_id: null, ...picture }])
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
  { play, photo }: { play: Play; photo: Photo },
  { pollId, no, choice, at }: Handed,
  confirmed = true,
): Promise<void> {
  const salt = 'seeded-ballot-salt'
  const slip = { pollId, unitId: buildingId(no), channel: 'paper' as const, choice, salt }
  const photoIds = [await photo('slip', ENTERS, at)]
  const { id } = await play.does({ person: ENTERS, at }, 'slips.enter', { ...slip, photoIds })
  if (confirmed) await play.does({ person: CONFIRMS, at: at + HOUR }, 'slips.confirm', { id, choice, salt })
}
