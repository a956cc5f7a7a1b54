import type { PhotoStore } from '../photos/store'
import type { Tx } from '../storage/database'
import type { SealingVault } from './rows'

/** What the demo data needs from its surroundings: phones are sealed, pictures are kept. */
export interface SeedPorts {
  vault: SealingVault
  photos: Pick<PhotoStore, 'put'>
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
