import { GONE_WORDS } from '../people/closing'
import type { Appointment, Ending, Handover } from './appointment'

/** Nobody any more: one who objected and has closed his account. */
const NOBODY = ''

/**
 * What a neighbour who has closed his account said about somebody's appointment: that one objected is counted and was
 * answered; who, and in which words, is gone. That he asked for a removal goes whole: he is no household here any more.
 */
export function withoutNeighbour<One extends Appointment>(appointment: One, personId: string): One {
  const { objections, removal } = appointment
  return {
    ...appointment,
    objections: objections.map((said) =>
      said.by === personId ? { ...said, by: NOBODY, words: GONE_WORDS } : said,
    ),
    ...(removal && { removal: { ...removal, asks: removal.asks.filter(({ by }) => by !== personId) } }),
  }
}

/**
 * His own appointment: house, days, kind and how it ended are public and stay. Why he was proposed, why he left and what
 * he said when he was heard go, and the checklist once his successor has taken it.
 */
export function withoutWords(appointment: Appointment): Appointment {
  const bare = { ...appointment, basisWords: '' }
  if (bare.state !== 'ended') return bare
  return { ...bare, ending: endingWithoutWords(bare.ending), handover: bare.handover && taken(bare.handover) }
}

function endingWithoutWords(ending: Ending): Ending {
  if (ending.kind === 'resigned') return { ...ending, reason: GONE_WORDS }
  if (ending.kind !== 'revoked') return ending
  return { ...ending, hearing: { ...ending.hearing, statement: GONE_WORDS } }
}

const taken = (handover: Handover): Handover =>
  handover.takenAt === null ? handover : { ...handover, keys: '', notes: '' }
