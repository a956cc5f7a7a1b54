import { render, screen, waitFor } from '@testing-library/react'
import ReportPage from '../../../src/client/pages/report/index'
import { Asking } from '../../../src/client/platform/query-client'
import { useDrafts } from '../../../src/client/stores/drafts'
import { li, newPhone, open, press, receipt, refused, sent, serve, told, upload } from '../support/phone'
import { choose, givePhotoMemory } from '../support/photo-memory'

const kept = givePhotoMemory()

/** An upload as Taro starts it: a promise that also tells how far it is. */
const uploading = (answer: () => unknown) =>
  upload.mockImplementation(() =>
    Object.assign(
      Promise.resolve().then(() => ({ data: JSON.stringify(answer()) })),
      { progress: () => undefined },
    ),
  )

const show = () => render(<ReportPage />, { wrapper: Asking })
const addPhoto = async (...names: string[]) => {
  await press(/加照片/)
  await choose(...names)
}
const photosOf = () => useDrafts.getState().drafts[0]?.writing.photos

beforeEach(() => {
  newPhone(li)
  kept.clear()
  serve({ 'concerns.submit': () => told(receipt) })
  open({ tile: 'light' })
})

test('a photo is on the phone and in the draft at once, and leaves under the id the phone gave it', async () => {
  uploading(() => told({}))
  show()
  await addPhoto('a.jpg', 'b.jpg')
  await waitFor(() => expect(photosOf()?.map(({ state }) => state)).toEqual(['sent', 'sent']))
  expect([...kept.keys()]).toEqual(photosOf()?.map(({ id }) => id))
  await press('交给网格员')
  await screen.findByText('收到了，4小时内有人联系您')
  expect(sent('concerns.submit')[0]?.input.photoIds).toEqual(
    upload.mock.calls.map(([{ formData }]) => formData.id),
  )
  await waitFor(() => expect(kept.size).toBe(0))
})

test('a photo that was not uploaded before is uploaded before the concern names it', async () => {
  uploading(() => {
    throw new Error('uploadFile:fail')
  })
  show()
  await addPhoto('a.jpg')
  expect(await screen.findByText('第1张还没传上去')).toBeInTheDocument()
  uploading(() => told({}))
  await press('交给网格员')
  await screen.findByText('收到了，4小时内有人联系您')
  expect(new Set(upload.mock.calls.map(([{ formData }]) => formData.id)).size).toBe(1)
})

test('a photo the server will not take says why, holds nothing else back, and can be taken off', async () => {
  uploading(() => refused('PHOTO_TOO_LARGE'))
  show()
  await addPhoto('huge.jpg')
  expect(await screen.findByText('第1张：这张照片太大了')).toBeInTheDocument()
  await press('交给网格员')
  expect(screen.getByText('有照片用不了，先去掉它')).toBeInTheDocument()
  expect(sent('concerns.submit')).toEqual([])
  await press('去掉')
  expect(screen.queryByText('有照片用不了，先去掉它')).toBeNull()
  await press('交给网格员')
  expect(await screen.findByText('收到了，4小时内有人联系您')).toBeInTheDocument()
})

test('a guest keeps his photos on the phone until somebody may send them', async () => {
  newPhone()
  open({ tile: 'light' })
  serve({})
  show()
  await addPhoto('a.jpg')
  expect(photosOf()?.map(({ state }) => state)).toEqual(['kept'])
  expect(upload).not.toHaveBeenCalled()
})
