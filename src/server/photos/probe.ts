import type { System } from '../operation'

/** Under this name the door serves a picture everybody may know, by a signed address like any photo. An id has no `~`. */
export const PROBE = '~probe'

/** A grey square. */
export const PROBE_PICTURE = Buffer.from(
  '/9j/2wBDABAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////2wBDARAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////wgARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAACgP//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Af//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQIBAT8Af//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Af//Z',
  'base64',
)

const TIMEOUT_MS = 2_500
/** A proof holds for ten minutes; while there is none, another is tried for every minute. */
const HOLDS_MS = 10 * 60_000
const AGAIN_MS = 60_000

/**
 * Whether `publicUrl` was seen to lead here: it serves the probe, at an address only this installation can sign.
 * WeChat answers `pass` for a photo it cannot load, so without this proof a wrong address would pass them all.
 */
export function provePublicUrl({
  publicUrl,
  photoLinks,
}: Pick<System, 'publicUrl' | 'photoLinks'>): () => Promise<boolean> {
  let proof = Promise.resolve(false)
  let until = 0
  const seek = async (address: string) => {
    const found = await servesProbe(address)
    if (found) until = Date.now() + HOLDS_MS
    return found
  }
  return () => {
    if (publicUrl !== null && Date.now() >= until) {
      // Whoever asks meanwhile waits for the same proof.
      until = Date.now() + AGAIN_MS
      proof = seek(`${publicUrl}${photoLinks.url(PROBE, 'insiders', Date.now())}`)
    }
    return proof
  }
}

async function servesProbe(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return answer.ok && PROBE_PICTURE.equals(Buffer.from(await answer.arrayBuffer()))
  } catch {
    // Nobody there, or too slow: the caller says what follows.
    return false
  }
}
