import type { System } from '../operation'
import type { CloudFiles } from './cloud-files'
import type { PhotoLinks } from './links'

/** Of the hour an address lives. Milliseconds. */
const GIVEN_OUT_FOR = 30 * 60_000
/** What an answer holds in an address's place until it leaves. Nobody can type it: the contract takes no control characters. */
const PLACE = '\u0001photo:'

interface Known {
  address: string
  until: number
}

/**
 * Addresses in WeChat's cloud. They come from the network, so an answer is written with places and completed after
 * its transaction. An address lives an hour and is given out for half of it: a phone may still load the picture then. The
 * cloud asks nobody who loads it, so a photo that is taken down stays loadable so long, and no longer.
 */
export function openCloudLinks(
  { store, streetId, report }: Pick<System, 'store' | 'streetId' | 'report'>,
  files: CloudFiles,
): PhotoLinks {
  const known = new Map<string, Known>()

  const lookUp = async (photoIds: string[]) => {
    const rows = await store.db
      .selectFrom('photos')
      .select(['id', 'file_id'])
      .where('street_id', '=', streetId)
      .where('id', 'in', photoIds)
      .execute()
    const addresses = await files.addresses(rows.flatMap(({ file_id }) => file_id ?? []))
    for (const { id, file_id } of rows) {
      const address = file_id && addresses.get(file_id)
      if (address) known.set(id, { address, until: Date.now() + GIVEN_OUT_FOR })
    }
  }

  return {
    url: (photoId) => PLACE + photoId,
    admits: () => false,
    async complete(answer) {
      const wanted = placesIn(answer)
      const unknown = wanted.filter((id) => (known.get(id)?.until ?? 0) < Date.now())
      // Without its pictures an answer is still worth having.
      if (unknown.length > 0) await lookUp(unknown).catch((failure) => report(failure, 'photo addresses'))
      return wanted.length === 0 ? answer : withAddresses(answer, known)
    },
  }
}

function placesIn(answer: unknown): string[] {
  const found = new Set<string>()
  JSON.stringify(answer, (_, value) => {
    if (isPlace(value)) found.add(value.slice(PLACE.length))
    return value
  })
  return [...found]
}

/** A picture that cannot be loaded now has an empty address: the answer comes without it. */
const withAddresses = <Answer>(answer: Answer, known: Map<string, Known>): Answer =>
  JSON.parse(JSON.stringify(answer), (_, value) =>
    isPlace(value) ? (known.get(value.slice(PLACE.length))?.address ?? '') : value,
  )

const isPlace = (value: unknown): value is string => typeof value === 'string' && value.startsWith(PLACE)
