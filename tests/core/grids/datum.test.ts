import fc from 'fast-check'
import { gcj02Of } from '#core/grids/datum'
import { metresBetween } from '#core/volunteers/presence'

const e6 = ({ lat, lng }: { lat: number; lng: number }) => ({
  latE6: Math.round(lat * 1_000_000),
  lngE6: Math.round(lng * 1_000_000),
})

// Reckoned with gcoord 1.0.7, an open converter of Chinese maps.
test.each([
  ['惠州', [23.17, 114.42], [23.16752246910172, 114.42496700419728]],
  ['北京', [39.90923, 116.397428], [39.91063350638631, 116.40367162595768]],
  ['上海', [31.2304, 121.4737], [31.22845773757727, 121.47822305927693]],
  ['乌鲁木齐', [43.7928, 87.6177], [43.79402455549771, 87.62054922425168]],
  ['哈尔滨', [45.7567, 126.6425], [45.758651260466564, 126.64847005257023]],
  ['兰州', [36.0671, 103.8198], [36.06680114917766, 103.82223395284318]],
] as const)('%s lies where other converters put it', (_, [lat, lng], [latThere, lngThere]) => {
  const there = gcj02Of({ lat, lng })
  expect(there.lat).toBeCloseTo(latThere, 9)
  expect(there.lng).toBeCloseTo(lngThere, 9)
})

test('outside of China a place stays where it is', () => {
  for (const abroad of [
    { lat: 35.6895, lng: 139.6917 },
    { lat: 51.5072, lng: -0.1276 },
    { lat: -33.87, lng: 116 },
  ])
    expect(gcj02Of(abroad)).toEqual(abroad)
})

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true })

test('on the mainland the shift is less than a kilometre, and two neighbours stay as far apart as they are', () => {
  fc.assert(
    fc.property(within(20, 50), within(78, 132), within(-0.001, 0.001), (lat, lng, step) => {
      const [here, near] = [
        { lat, lng },
        { lat: lat + step, lng: lng - step },
      ]
      expect(metresBetween(e6(here), e6(gcj02Of(here)))).toBeLessThan(1_000)
      const apart = metresBetween(e6(here), e6(near))
      expect(Math.abs(metresBetween(e6(gcj02Of(here)), e6(gcj02Of(near))) - apart)).toBeLessThan(3)
    }),
  )
})
