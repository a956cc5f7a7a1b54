import Taro from '@tarojs/taro'
import { uploadPhoto } from '../../../src/client/platform/upload'

interface Stored {
  cloudPath: string
  success(result: { fileID: string }): void
  fail(why: unknown): void
}

const uploadFile = jest.fn()
const callFunction = jest.fn()

beforeAll(() => {
  Object.assign(globalThis, { ON_WECHAT: true, CLOUD_ENVIRONMENT: 'loudong-1a2b3c' })
  Object.assign(Taro, { cloud: { init: jest.fn(), uploadFile, callFunction } })
})
afterAll(() => {
  Object.assign(globalThis, { ON_WECHAT: false, CLOUD_ENVIRONMENT: '' })
})

const photo = { id: 'photo-1', path: 'wxfile://photo-1' }

test('in WeChat’s cloud a photo goes to its owner’s folder, and the function is told where it lies', async () => {
  const heard: number[] = []
  uploadFile.mockImplementationOnce(({ cloudPath, success }: Stored) => {
    setTimeout(() => success({ fileID: `cloud://loudong-1a2b3c.bucket/${cloudPath}` }))
    return { onProgressUpdate: (tell: (at: { progress: number }) => void) => tell({ progress: 40 }) }
  })
  callFunction.mockResolvedValueOnce({ result: { ok: true, data: {} } })
  const answer = await uploadPhoto(photo, { token: 't', personId: 'p.li' }, (percent) => heard.push(percent))
  expect(answer).toEqual({ ok: true, data: {} })
  expect(heard).toEqual([40])
  expect(callFunction.mock.calls[0][0]).toEqual({
    name: 'api',
    data: {
      operation: 'photos.take',
      input: {
        id: 'photo-1',
        fileId: 'cloud://loudong-1a2b3c.bucket/raw/p.li/photo-1',
        use: 'concern',
      },
      // The same for every try: the photo is taken once.
      key: 'photo-1',
    },
  })
})

test('a storage that cannot be reached is a lost network', async () => {
  uploadFile.mockImplementationOnce(({ fail }: Stored) => fail({ errMsg: 'uploadFile:fail' }))
  expect(await uploadPhoto(photo, { personId: 'p.li' })).toEqual({ ok: false, error: { code: 'OFFLINE' } })
})

test('whoever has not signed in has no folder', async () => {
  expect(await uploadPhoto(photo, {})).toEqual({ ok: false, error: { code: 'NOT_AUTHENTICATED' } })
})
