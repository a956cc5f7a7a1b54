import type { Vault } from '../people/vault'

/** Addresses of photos: whoever was shown a photo can load it for an hour or two, and nobody can guess one. */
export interface PhotoLinks {
  /** The same address for the whole hour, so that phones keep the picture instead of loading it again. */
  url(photoId: string, now: number): string
  /**
   * Puts the addresses of this moment where `url` could only leave a place for them. Asked outside transactions,
   * of everything that leaves with an address in it.
   */
  complete<Answer>(answer: Answer): Promise<Answer>
  /** True while the address is one of ours and still in force. */
  admits(photoId: string, given: { until: string; sig: string }, now: number): boolean
}

const HOUR = 3_600_000

export const openPhotoLinks = (vault: Vault): PhotoLinks => ({
  url(photoId, now) {
    // The end of the next full hour: every address lives between one and two hours.
    const until = (Math.floor(now / HOUR) + 2) * HOUR
    return `/photos/${photoId}?until=${until}&sig=${vault.sign(claim(photoId, String(until)))}`
  },
  complete: async (answer) => answer,
  admits: (photoId, { until, sig }, now) => vault.signed(claim(photoId, until), sig) && now < Number(until),
})

const claim = (photoId: string, until: string): string => `photo\n${photoId}\n${until}`
