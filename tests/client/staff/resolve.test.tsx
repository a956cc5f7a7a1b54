import Taro from '@tarojs/taro'
import { act, fireEvent, screen } from '@testing-library/react'
import {
  choose,
  concern,
  emptyStage,
  granted,
  inputsOf,
  refused,
  serve,
  showActions,
  tap,
  tapInSheet,
  type,
  typedIn,
} from './stage'

const uploads: { id: string; progress: unknown }[] = []
let answers: object[] = []

/** Taro's upload: a promise that can also report how far it is. */
const upload = Taro.uploadFile as unknown as jest.Mock
// jsdom has no addresses for files.
URL.createObjectURL = (photo) => `blob:${(photo as File).name}`

beforeEach(() => {
  emptyStage()
  uploads.length = 0
  answers = []
  upload.mockReset()
  upload.mockImplementation(({ formData }) => {
    uploads.push(formData)
    const answer = answers.shift() ?? granted({ id: formData.id, width: 4, height: 3 })
    return Object.assign(Promise.resolve({ data: JSON.stringify(answer) }), { progress: jest.fn() })
  })
})

const moved = granted({ id: 'c1', version: 8 })
const light = () => concern({ may: ['resolve'] })
const addPhoto = async () => {
  await tap(/^加照片/)
  const chooser = document.querySelector('input[type=file]')
  if (!chooser) throw new Error('no photo was asked for')
  Object.defineProperty(chooser, 'files', { value: [new File(['light'], 'lamp.jpg')] })
  await act(async () => {
    fireEvent.change(chooser)
  })
}

test('a lamp that was mended needs a photo, and that is said before anything is sent', async () => {
  serve({ 'concerns.resolve': moved })
  showActions(light())
  await tap('办结')
  expect(screen.getByText('看得见的事，要附一张照片，别人好核实')).toBeInTheDocument()
  await tapInSheet('办结')
  expect(screen.getByRole('alert')).toHaveTextContent('还差一张办好的照片')
  expect(inputsOf('concerns.resolve')).toEqual([])
})

test('the photo leaves when it is chosen, and the result names it', async () => {
  serve({ 'concerns.resolve': moved })
  showActions(light())
  await tap('办结')
  await addPhoto()
  await type('resolve-note', '换了灯头，晚上亮了')
  await tapInSheet('办结')
  expect(inputsOf('concerns.resolve')).toEqual([
    {
      id: 'c1',
      version: 7,
      outcome: { kind: 'fixed', note: '换了灯头，晚上亮了', photoIds: [uploads[0]?.id] },
    },
  ])
})

test('what was only explained needs no photo, but the words of the one who explained it', async () => {
  serve({ 'concerns.resolve': moved })
  showActions(light())
  await tap('办结')
  expect(typedIn('resolve-note')).toBe('已经办好，可以正常用了。')
  await choose('讲清楚了')
  await tapInSheet('办结')
  expect(inputsOf('concerns.resolve')).toEqual([])
  await type('resolve-note', '灯是下半夜省电关的，他说可以')
  await tapInSheet('办结')
  expect(inputsOf('concerns.resolve')).toEqual([
    {
      id: 'c1',
      version: 7,
      outcome: { kind: 'explained', note: '灯是下半夜省电关的，他说可以', photoIds: [] },
    },
  ])
})

test('a photo whose answer was lost is sent again under its own name before the result goes', async () => {
  serve({ 'concerns.resolve': moved })
  upload.mockImplementationOnce(({ formData }) => {
    uploads.push(formData)
    return Object.assign(Promise.reject(new Error('no network')), { progress: jest.fn() })
  })
  showActions(light())
  await tap('办结')
  await addPhoto()
  await tapInSheet('办结')
  expect(uploads.map(({ id }) => id)).toEqual([uploads[0]?.id, uploads[0]?.id])
  expect(inputsOf('concerns.resolve')).toHaveLength(1)
})

test('while a photo cannot leave, the result waits and that is said', async () => {
  serve({ 'concerns.resolve': moved })
  upload.mockImplementation(() =>
    Object.assign(Promise.reject(new Error('no network')), { progress: jest.fn() }),
  )
  showActions(light())
  await tap('办结')
  await addPhoto()
  await tapInSheet('办结')
  expect(screen.getByRole('alert')).toHaveTextContent('有照片没传上去')
  expect(inputsOf('concerns.resolve')).toEqual([])
})

test('a photo the server refuses is told with the next step', async () => {
  answers = [refused('PHOTO_TOO_LARGE')]
  showActions(light())
  await tap('办结')
  await addPhoto()
  expect(screen.getByRole('alert')).toHaveTextContent('这张照片太大了，换一张小一点的。')
})
