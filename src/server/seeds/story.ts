import { atFrom } from './moves'
import { type Played, play, type Tale } from './play'
import { stageOf } from './stage'
import { openTales } from './tales-open'
import { pastTales } from './tales-past'
import { storyTales } from './tales-story'
import type { World } from './world'

export interface Story {
  played: Played[]
  /** The last number given out on each day. */
  lastNumbers: ReadonlyMap<string, number>
}

/** The concerns of the pilot estate, each played by the rules from its first word to the epoch. */
export function storyOf(world: World, epoch: number): Story {
  const at = atFrom(epoch)
  const stage = stageOf(world, epoch)
  // Numbers are given in the order of submission.
  const tales: Tale[] = [...storyTales(at), ...openTales(at), ...pastTales(at)].sort((a, b) => a.at - b.at)
  return { played: tales.map((tale) => play(tale, stage)), lastNumbers: stage.lastNumbers }
}
