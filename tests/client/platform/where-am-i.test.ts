import Taro from '@tarojs/taro'
import { usePrivacy } from '../../../src/client/platform/privacy'
import { whereAmI } from '../../../src/client/platform/where-am-i'

beforeEach(() => Object.assign(globalThis, { ON_WECHAT: true }))
afterEach(() => Object.assign(globalThis, { ON_WECHAT: false }))

const wechat = (getLocation: () => Promise<unknown>) => Object.assign(Taro, { getLocation })

test('WeChat tells the point in the datum of Chinese maps, as it stands', async () => {
  const getLocation = jest.fn(async () => ({ latitude: 23.167522, longitude: 114.424967, accuracy: 30 }))
  wechat(getLocation)
  expect(await whereAmI()).toEqual({ latE6: 23_167_522, lngE6: 114_424_967, accuracyM: 30 })
  expect(getLocation).toHaveBeenCalledWith(expect.objectContaining({ type: 'gcj02', isHighAccuracy: true }))
})

test.each([
  ['getLocation:fail auth deny', 'denied'],
  ['getLocation:fail privacy permission is not authorized', 'denied'],
  ['getLocation:fail:timeout', 'late'],
  ['getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', 'unknown'],
])('%s is no more than a silence: %s', async (errMsg, silence) => {
  wechat(() => Promise.reject({ errMsg }))
  expect(await whereAmI()).toBe(silence)
})

test('a permission that is switched off is told, with the way to the settings', async () => {
  usePrivacy.setState({ gate: undefined })
  wechat(() => Promise.reject({ errMsg: 'getLocation:fail auth deny' }))
  await whereAmI()
  expect(usePrivacy.getState().gate).toEqual({ kind: 'closed', use: 'where' })
})
