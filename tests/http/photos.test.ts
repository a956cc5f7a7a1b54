import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { openVault } from '../../src/server/people/vault'
import { openPhotoLinks } from '../../src/server/photos/links'
import { PROBE_PICTURE, provePublicUrl } from '../../src/server/photos/probe'
import type { Store } from '../../src/server/storage/database'
import { NOW, vault } from '../server/people/street'
import { memoryStore } from '../support/database'
import { bearer, openTestDoor, type TestDoor, twoResidents } from './door'

const links = openPhotoLinks(vault)
let store: Store
let door: TestDoor
let li: string
let chen: string
let picture: Buffer

beforeAll(async () => {
  store = await memoryStore()
  await twoResidents(store)
  door = await openTestDoor(store)
  li = await door.signIn('resident.li')
  chen = await door.signIn('volunteer.chen')
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#333333' } })
    .withExif({ IFD0: { Make: 'PlantedMaker' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await door.close()
  await store.close()
})

interface Sent {
  id?: string
  bytes?: Buffer
  idLast?: boolean
}

const send = (token: string | null, { id, bytes = picture, idLast = false }: Sent, to: TestDoor = door) => {
  const form = new FormData()
  if (id !== undefined && !idLast) form.append('id', id)
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
  if (id !== undefined && idLast) form.append('id', id)
  return inject(to, form, token)
}

async function inject(to: TestDoor, form: FormData, token: string | null) {
  const request = new Request('http://here', { method: 'POST', body: form })
  const answered = await to.app.inject({
    method: 'POST',
    url: '/photos',
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      ...(token ? bearer(token) : {}),
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answered.statusCode, body: answered.json() }
}

test('a resident’s photo is kept clean and shown at the address he is given', async () => {
  const { status, body } = await send(li, { id: 'photo-1' })
  expect([status, body]).toEqual([
    200,
    {
      ok: true,
      data: { id: 'photo-1', url: expect.stringMatching(/^\/photos\/photo-1\?/), width: 60, height: 40 },
    },
  ])

  const shown = await door.app.inject(body.data.url)
  expect(shown.headers['content-type']).toBe('image/jpeg')
  expect(shown.headers['cache-control']).toContain('private')
  expect(shown.rawPayload.includes('PlantedMaker')).toBe(false)
  expect((await sharp(shown.rawPayload).metadata()).width).toBe(60)
})

test('the id may follow the picture', async () => {
  expect((await send(li, { id: 'photo-last', idLast: true })).status).toBe(200)
})

test('sent again after a lost answer it is the same photo, and one row', async () => {
  const first = await send(li, { id: 'photo-2' })
  const again = await send(li, { id: 'photo-2' })
  expect(again.body).toEqual(first.body)
  const rows = await store.db.selectFrom('photos').select('id').where('id', '=', 'photo-2').execute()
  expect(rows).toHaveLength(1)
})

test('sent five times at once it is one photo', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(li, { id: 'photo-5' })))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(answers[0]?.status).toBe(200)
})

test('a neighbour who uses the same id learns nothing about the photo and changes nothing', async () => {
  await send(li, { id: 'photo-3' })
  const other = await send(chen, { id: 'photo-3' })
  expect([other.status, other.body.error.code]).toEqual([404, 'NOT_FOUND'])
  const row = await store.db
    .selectFrom('photos')
    .select('uploader_id')
    .where('id', '=', 'photo-3')
    .executeTakeFirstOrThrow()
  expect(row.uploader_id).toBe('p.li')
})

test.each([
  ['a text that calls itself a photo', { id: 'bad-1', bytes: Buffer.from('hello') }, 422, 'PHOTO_REFUSED'],
  ['more than 10 MB', { id: 'bad-2', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) }, 422, 'PHOTO_TOO_LARGE'],
  ['a photo without an id', {}, 400, 'VALIDATION'],
  ['an id that is a path', { id: '../../etc/passwd' }, 400, 'VALIDATION'],
])('%s is refused', async (_, sent, status, refusal) => {
  const answered = await send(li, sent)
  expect([answered.status, answered.body.error.code]).toEqual([status, refusal])
})

test('two pictures at once, or none, are refused', async () => {
  const two = new FormData()
  two.append('id', 'two')
  for (const name of ['a', 'b']) two.append('file', new Blob([new Uint8Array(picture)]), name)
  expect((await inject(door, two, li)).body.error.code).toBe('VALIDATION')

  const none = new FormData()
  none.append('id', 'none')
  expect((await inject(door, none, li)).body.error.fields).toEqual([{ path: 'file', problem: 'required' }])
})

test('a body that is no form is refused', async () => {
  const answered = await door.app.inject({
    method: 'POST',
    url: '/photos',
    headers: bearer(li),
    payload: { id: 'x' },
  })
  expect([answered.statusCode, answered.json().error.code]).toEqual([400, 'VALIDATION'])
})

test('a guest and a made-up token cannot send photos', async () => {
  for (const token of [null, 'made-up']) {
    expect((await send(token, { id: 'guest' })).body.error.code).toBe('NOT_AUTHENTICATED')
  }
})

test('without its signature, with another’s, or after its time, a photo is not found', async () => {
  const { body } = await send(li, { id: 'photo-4' })
  const other = await send(li, { id: 'photo-6' })
  const signature = new URL(other.body.data.url, 'http://here').search
  for (const url of ['/photos/photo-4', `/photos/photo-4${signature}`, `/photos/photo-4?until=x&sig=&sig=`]) {
    expect((await door.app.inject(url)).statusCode).toBe(404)
  }

  const later = await openTestDoor(store, { system: { clock: async () => NOW + 3 * 3_600_000 } })
  expect((await later.app.inject(body.data.url)).statusCode).toBe(404)
  await later.close()
})

test('thirty photos a minute are enough for one person, whichever phone he uses', async () => {
  const narrow = await openTestDoor(store, { limits: { photos: 1 } })
  const [one, two] = [await narrow.signIn('resident.li'), await narrow.signIn('resident.li')]
  expect((await send(one, { id: 'many-1' }, narrow)).status).toBe(200)
  expect((await send(two, { id: 'many-2' }, narrow)).body.error.code).toBe('RATE_LIMITED')
  expect((await send(await narrow.signIn('volunteer.chen'), { id: 'many-3' }, narrow)).status).toBe(200)
  await narrow.close()
})

test('a face comes back as a small square, whatever shape it was', async () => {
  const form = new FormData()
  form.append('id', 'face-1')
  form.append('use', 'avatar')
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'face.jpg')
  expect((await inject(door, form, li)).body).toMatchObject({ ok: true, data: { width: 240, height: 240 } })
})

test('a photo for a use nobody knows is refused', async () => {
  const form = new FormData()
  form.append('id', 'face-2')
  form.append('use', 'poster')
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'face.jpg')
  expect((await inject(door, form, li)).body).toMatchObject({
    error: { code: 'VALIDATION', fields: [{ path: 'use', problem: 'picklist' }] },
  })
})

test('what was shown to all is not found any more at the same address once it is taken down', async () => {
  await send(li, { id: 'photo-7' })
  const url = links.url('photo-7', 'all', NOW)
  expect((await door.app.inject(url)).statusCode).toBe(200)
  await store.db.updateTable('photos').set({ state: 'refused' }).where('id', '=', 'photo-7').execute()
  expect((await door.app.inject(url)).statusCode).toBe(404)
  expect((await door.app.inject(links.url('photo-7', 'insiders', NOW))).statusCode).toBe(200)
})

describe('the public address', () => {
  const health = async (publicUrl: string) => {
    const leadsHere = provePublicUrl({ publicUrl, photoLinks: links })
    const asked = await openTestDoor(store, { system: { publicUrl, leadsHere } })
    const answered = await asked.app.inject('/healthz')
    await asked.close()
    return [answered.statusCode, answered.json().publicUrl]
  }

  test('is proved by a picture that only this installation can serve', async () => {
    const address = await door.app.listen({ host: '127.0.0.1', port: 0 })
    expect(await health(address)).toEqual([200, 'ok'])
    expect((await door.app.inject('/photos/~probe')).statusCode).toBe(404)
  })

  test('leads elsewhere where nobody answers, where a site answers everything, or another installation does', async () => {
    const site = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1')
    await once(site, 'listening')
    const theirs = openPhotoLinks(openVault('another secret of thirty-two characters!'))
    const other = await openTestDoor(store, { system: { photoLinks: theirs } })
    const addresses = [
      'http://127.0.0.1:1',
      `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
      await other.app.listen({ host: '127.0.0.1', port: 0 }),
    ]
    for (const address of addresses) expect(await health(address)).toEqual([200, 'leads elsewhere'])
    site.close()
    await other.close()
  })

  test('is asked for once, however many want to know, and again after a while', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW)
    const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))
    const leadsHere = provePublicUrl({ publicUrl: 'https://loudong.example.com', photoLinks: links })
    expect(await Promise.all([leadsHere(), leadsHere(), leadsHere()])).toEqual([false, false, false])
    expect(fetched).toHaveBeenCalledTimes(1)
    jest.spyOn(Date, 'now').mockReturnValue(NOW + 60_000)
    fetched.mockResolvedValue(new Response(new Uint8Array(PROBE_PICTURE)))
    expect(await leadsHere()).toBe(true)
    jest.restoreAllMocks()
  })
})
