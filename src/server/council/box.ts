import { createHmac, randomBytes } from 'node:crypto'
import type { Vault } from '../people/vault'

/** Chance, made anew for each ballot, as 32 hexadecimal digits. */
export const newNonce = (): string => randomBytes(NONCE / 2).toString('hex')
const NONCE = 32

const placeOfBallot = (pollId: string, unitId: string): string => `poll:${pollId}:${unitId}`
const placeOfSlot = (pollId: string, slot: string): string => `poll:${pollId}:slot:${slot}`
const placeOfSlip = (slipId: string): string => `slip:${slipId}`
const placeOfKey = (pollId: string): string => `poll:${pollId}:key`

interface OfUnit {
  pollId: string
  unitId: string
}

/** What lies in a box are marks (core/council/paper.ts): equally long in all ballots of a poll, sealed or not. */
export const sealBallot = (
  vault: Vault,
  { pollId, unitId }: OfUnit,
  { marks, nonce }: { marks: string; nonce: string },
): string => vault.seal(`${marks}${nonce}`, placeOfBallot(pollId, unitId))

/** An open ballot as it lies in the box until the close. */
export function openBallot(
  vault: Vault,
  { pollId, unitId }: OfUnit,
  sealed: string,
): { marks: string; nonce: string } {
  const plain = vault.open(sealed, placeOfBallot(pollId, unitId))
  return { marks: plain.slice(0, -NONCE), nonce: plain.slice(-NONCE) }
}

/** The key of a secret poll's slots: sealed, and thrown away when the box is counted. */
export const newBoxKey = (vault: Vault, pollId: string): string =>
  vault.seal(randomBytes(32).toString('hex'), placeOfKey(pollId))

/** Tells where a unit's choice lies. Without the poll's key nobody can tell which unit a slot belongs to. */
export function slotsOf(vault: Vault, pollId: string, keyEnc: string): (unitId: string) => string {
  const key = vault.open(keyEnc, placeOfKey(pollId))
  return (unitId) => createHmac('sha256', key).update(unitId).digest('hex')
}

/** Few enough that a choice is cheap to put in, enough that an age of a bucket is that of no one voice. */
const VOICES_A_BUCKET = 32

/** How many buckets the box for so many voices has. */
export const bucketsFor = (voices: number): number => Math.max(1, Math.ceil(voices / VOICES_A_BUCKET))

/** The bucket a slot lies in: chance, like the slot itself. */
export const bucketOf = (slot: string, buckets: number): number =>
  Number.parseInt(slot.slice(0, 8), 16) % buckets

export const sealSlot = (vault: Vault, { pollId, slot }: InSlot, marks: string): string =>
  vault.seal(marks, placeOfSlot(pollId, slot))

export const openSlot = (vault: Vault, { pollId, slot }: InSlot, sealed: string): string =>
  vault.open(sealed, placeOfSlot(pollId, slot))

/** What one office read on a slip, until another one has read it, too. */
export const sealSlip = (vault: Vault, slipId: string, marks: string): string =>
  vault.seal(marks, placeOfSlip(slipId))

export const openSlip = (vault: Vault, slipId: string, sealed: string): string =>
  vault.open(sealed, placeOfSlip(slipId))

interface InSlot {
  pollId: string
  slot: string
}
