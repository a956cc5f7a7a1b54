import Taro from '@tarojs/taro'

/** A named place on this phone that survives the app: read gives only what still has the right shape. */
export interface Box<Value> {
  read(): Value | undefined
  write(value: Value): void
  clear(): void
}

/** `fits` guards against what an older version of the app left behind. */
export const box = <Value>(name: string, fits: (found: unknown) => found is Value): Box<Value> => ({
  read: () => {
    const found: unknown = Taro.getStorageSync(name)
    return fits(found) ? found : undefined
  },
  write: (value) => Taro.setStorageSync(name, value),
  clear: () => Taro.removeStorageSync(name),
})

export const isText = (found: unknown): found is string => typeof found === 'string' && found !== ''

export const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)
