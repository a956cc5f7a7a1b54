import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../storage/database'

/** A sign-in holds for 30 days. */
const LIFETIME_MS = 30 * 24 * 3_600_000

/** Only the hash is kept: a copy of the database signs nobody in. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Opens a session and forgets this person's expired ones. The token is told once, here. */
export async function openSession(
  tx: Tx,
  streetId: string,
  { personId, now }: { personId: string; now: number },
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now + LIFETIME_MS
  await tx
    .deleteFrom('sessions')
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('expires_at', '<=', now)
    .execute()
  await tx
    .insertInto('sessions')
    .values({
      street_id: streetId,
      token_hash: hashToken(token),
      person_id: personId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

export async function closeSession(tx: Tx, streetId: string, hash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('street_id', '=', streetId).where('token_hash', '=', hash).execute()
}
