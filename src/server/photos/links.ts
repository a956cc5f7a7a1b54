import type { PhotoState } from '#core/content/photo'
import type { Vault } from '../people/vault'

/**
 * For whom an address is made: for all, and then it holds only as long as the photo has passed; or for the insiders who
 * may see it in any state.
 */
type Beholder = 'all' | 'insiders'

export const beholderOf = (state: PhotoState): Beholder => (state === 'pass' ? 'all' : 'insiders')

/** Addresses of photos: whoever was shown a photo can load it for an hour or two, and nobody can guess one. */
export interface PhotoLinks {
  /** The same address for the whole hour, so that phones keep the picture instead of loading it again. */
  url(photoId: string, beholder: Beholder, now: number): string
  /**
   * Puts the addresses of this moment where `url` could only leave a place for them. Asked outside transactions,
   * of everything that leaves with an address in it.
   */
  complete<Answer>(answer: Answer): Promise<Answer>
  /** True while the address is one of ours and still in force for a photo in this state. */
  admits(
    photo: { id: string; state: PhotoState },
    given: { until: string; sig: string },
    now: number,
  ): boolean
}

const HOUR = 3_600_000

export const openPhotoLinks = (vault: Vault): PhotoLinks => ({
  url(photoId, beholder, now) {
    // The end of the next full hour: every address lives between one and two hours.
    const until = (Math.floor(now / HOUR) + 2) * HOUR
    return `/photos/${photoId}?until=${until}&sig=${vault.sign(claim(photoId, beholder, String(until)))}`
  },
  complete: async (answer) => answer,
  admits: ({ id, state }, { until, sig }, now) =>
    now < Number(until) &&
    (vault.signed(claim(id, 'insiders', until), sig) ||
      (state === 'pass' && vault.signed(claim(id, 'all', until), sig))),
})

const claim = (photoId: string, beholder: Beholder, until: string): string =>
  `photo\n${photoId}\n${beholder}\n${until}`
