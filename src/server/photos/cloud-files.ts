import type { Result } from '#core/result'

/** The cloud's storage did not do what it was asked: worth another try. */
export class StorageDown extends Error {
  override name = 'StorageDown'
}

/** The storage of WeChat's cloud, as far as photos need it. Every call goes over the network: never inside a transaction. Throws StorageDown. */
export interface CloudFiles {
  /** Id of the cloud environment whose files these are. */
  environment: string
  /** NOT_FOUND, or PHOTO_TOO_LARGE beyond `most` bytes. */
  download(fileId: string, most: number): Promise<Result<Buffer>>
  /** Answers the id under which the file is found from now on. */
  upload(path: string, bytes: Buffer): Promise<string>
  remove(fileId: string): Promise<void>
  /** For each file an address that anybody may load for an hour; what there is no address for is left out. */
  addresses(fileIds: string[]): Promise<Map<string, string>>
}
