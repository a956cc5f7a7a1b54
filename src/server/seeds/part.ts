import type { Vault } from '../people/vault'
import type { Tx } from '../storage/database'

/** Where demo pictures are put: a photo folder, or nowhere. */
export interface PictureKeeper {
  put(sha256: string, bytes: Buffer): Promise<unknown>
}

/** What the demo data needs from its surroundings: phones are sealed, pictures are kept. */
export interface SeedPorts {
  vault: Vault
  photos: PictureKeeper
}

/** Told while it goes on, in words for a person who waits. */
export type SeedProgress = (sentence: string) => void

export interface Part {
  /** Stands in the table `seeds` once it is written. */
  name: string
  says: string
  digest(): string
  write(tx: Tx, progress: SeedProgress): Promise<void>
}
