import { createHmac, randomBytes } from 'node:crypto'
import { CHOICES, type Choice } from '#core/council/tally'
import type { Vault } from '../people/vault'

/** Chance, made anew for each ballot, as 32 hexadecimal digits. */
export const newNonce = (): string => randomBytes(16).toString('hex')

const placeOfBallot = (pollId: string, unitId: string): string => `poll:${pollId}:${unitId}`
const placeOfSlot = (pollId: string, slot: string): string => `poll:${pollId}:slot:${slot}`
const placeOfSlip = (slipId: string): string => `slip:${slipId}`
const placeOfKey = (pollId: string): string => `poll:${pollId}:key`

interface OfUnit {
  pollId: string
  unitId: string
}

/** An open ballot as it lies in the box until the close. All are equally long: a length would tell the choice. */
export const sealBallot = (
  vault: Vault,
  { pollId, unitId }: OfUnit,
  { choice, nonce }: { choice: Choice; nonce: string },
): string => vault.seal(`${CHOICES.indexOf(choice)}${nonce}`, placeOfBallot(pollId, unitId))

export function openBallot(
  vault: Vault,
  { pollId, unitId }: OfUnit,
  sealed: string,
): { choice: Choice; nonce: string } {
  const plain = vault.open(sealed, placeOfBallot(pollId, unitId))
  return { choice: choiceAt(plain[0]), nonce: plain.slice(1) }
}

/** The key of a secret poll's slots: sealed, and thrown away when the box is counted. */
export const newBoxKey = (vault: Vault, pollId: string): string =>
  vault.seal(randomBytes(32).toString('hex'), placeOfKey(pollId))

/** Where a unit's choice lies. Without the poll's key nobody can tell which unit a slot belongs to. */
export const slotOf = (vault: Vault, { pollId, unitId }: OfUnit, keyEnc: string): string =>
  createHmac('sha256', vault.open(keyEnc, placeOfKey(pollId)))
    .update(unitId)
    .digest('hex')

/** Few enough that a ballot is cheap to put in, enough that an age of a bucket is that of no one house. */
const UNITS_A_BUCKET = 32

/** How many buckets the box of a poll of so many units has. */
export const bucketsFor = (units: number): number => Math.max(1, Math.ceil(units / UNITS_A_BUCKET))

/** The bucket a slot lies in: chance, like the slot itself. */
export const bucketOf = (slot: string, buckets: number): number =>
  Number.parseInt(slot.slice(0, 8), 16) % buckets

export const sealSlot = (vault: Vault, { pollId, slot }: InSlot, choice: Choice): string =>
  vault.seal(String(CHOICES.indexOf(choice)), placeOfSlot(pollId, slot))

export const openSlot = (vault: Vault, { pollId, slot }: InSlot, sealed: string): Choice =>
  choiceAt(vault.open(sealed, placeOfSlot(pollId, slot)))

/** What one office read on a slip, until another one has read it, too. */
export const sealSlip = (vault: Vault, slipId: string, choice: Choice): string =>
  vault.seal(String(CHOICES.indexOf(choice)), placeOfSlip(slipId))

export const openSlip = (vault: Vault, slipId: string, sealed: string): Choice =>
  choiceAt(vault.open(sealed, placeOfSlip(slipId)))

interface InSlot {
  pollId: string
  slot: string
}

function choiceAt(digit: string | undefined): Choice {
  const choice = CHOICES[Number(digit)]
  if (!choice) throw new Error('a ballot that holds no choice')
  return choice
}
