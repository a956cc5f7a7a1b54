import type { Answer } from '#core/messages/grants'
import { box, isRecord } from '../platform/storage'

/** Somebody who said no is left in peace for a week. Milliseconds. */
const REST = 7 * 24 * 3_600_000

type Rests = Record<string, number>

const isRests = (found: unknown): found is Rests =>
  isRecord(found) && Object.values(found).every((until) => typeof until === 'number')

/** By WeChat's template id: until when this phone does not ask for it by itself. */
const kept = box('message-rests', isRests)

/** A template that WeChat has closed is never asked for again: a new one has another id. */
const NEVER = Number.MAX_SAFE_INTEGER

export const isBanned = (id: string): boolean => kept.read()?.[id] === NEVER

export const mayAsk = (id: string, now: number): boolean => (kept.read()?.[id] ?? 0) <= now

export function noteAnswers(answers: Map<string, Answer>, now: number): void {
  const rests = { ...kept.read() }
  answers.forEach((answer, id) => {
    if (answer === 'accept') delete rests[id]
    else rests[id] = answer === 'ban' ? NEVER : now + REST
  })
  kept.write(rests)
}
