import Taro from '@tarojs/taro'
import { chooseTable } from '../../../src/client/platform/files'

beforeEach(() => Object.assign(globalThis, { ON_WECHAT: true }))
afterEach(() => Object.assign(globalThis, { ON_WECHAT: false }))

const readFileSync = jest.fn(() => 'YSxi')
const chat = (answer: () => Promise<unknown>) => {
  const chooseMessageFile = jest.fn(answer)
  Object.assign(Taro, { chooseMessageFile, getFileSystemManager: () => ({ readFileSync }) })
  return chooseMessageFile
}
const file = { name: '名册.csv', size: 3, path: 'wxfile://a' }

test('in WeChat a table comes out of a chat', async () => {
  const asked = chat(async () => ({ tempFiles: [file] }))
  expect(await chooseTable()).toEqual({ name: '名册.csv', base64: 'YSxi' })
  expect(asked).toHaveBeenCalledWith({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
  expect(readFileSync).toHaveBeenCalledWith('wxfile://a', 'base64')
})

test('one that is too large is not even read, and whoever changes his mind has chosen nothing', async () => {
  readFileSync.mockClear()
  chat(async () => ({ tempFiles: [{ ...file, size: 5 * 1024 * 1024 }] }))
  expect(await chooseTable()).toBe('too_large')
  chat(async () => {
    throw { errMsg: 'chooseMessageFile:fail cancel' }
  })
  expect(await chooseTable()).toBeUndefined()
  expect(readFileSync).not.toHaveBeenCalled()
})
