import Taro from '@tarojs/taro'
import { type Degrees, gcj02Of } from '#core/grids/datum'
import { pointAt } from './place'
import { heardNo } from './privacy'

/** GCJ-02, degrees x 1,000,000; how wrong the phone thinks it may be in metres, `null` for a point somebody chose. */
export interface Whereabouts {
  latE6: number
  lngE6: number
  accuracyM: number | null
}

/** Its holder or the phone forbade it; it took too long; the phone cannot tell. */
export type Silence = 'denied' | 'late' | 'unknown'

/** Milliseconds. Whoever stands at a door with his phone does not wait longer. */
const PATIENCE = 10_000
/** Metres; a phone that is less sure than this knows nothing. */
const LEAST_SURE = 100_000

/** Asks the phone once, now, where it is. Never fails: whoever gets no answer goes on without. */
export const whereAmI = (): Promise<Whereabouts | Silence> => (ON_WECHAT ? ofWechat() : ofBrowser())

function told({ lat, lng }: Degrees, accuracyM: number): Whereabouts | Silence {
  if (![lat, lng, accuracyM].every(Number.isFinite) || accuracyM > LEAST_SURE) return 'unknown'
  return { ...pointAt({ lat, lng }), accuracyM: Math.ceil(accuracyM) }
}

async function ofWechat(): Promise<Whereabouts | Silence> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: PATIENCE,
    })
    return told({ lat: latitude, lng: longitude }, accuracy)
  } catch (why) {
    heardNo('where', why)
    const { errMsg = '' } = (why ?? {}) as { errMsg?: string }
    if (/timeout/i.test(errMsg)) return 'late'
    return /auth|den(y|ied)|privacy/i.test(errMsg) ? 'denied' : 'unknown'
  }
}

/** As browsers number them: 1 forbidden, 2 no signal, 3 too late. */
const SILENCES: Record<number, Silence> = { 1: 'denied', 3: 'late' }

/** A browser tells WGS-84; one that is old, or on a page without https, has no such thing. */
function ofBrowser(): Promise<Whereabouts | Silence> {
  return new Promise((hear) => {
    if (!navigator.geolocation) return hear('unknown')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        hear(told(gcj02Of({ lat: latitude, lng: longitude }), accuracy)),
      ({ code }) => hear(SILENCES[code] ?? 'unknown'),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 },
    )
  })
}
