import sharp from 'sharp'
import { openVault } from '../../src/server/people/vault'
import { registerStreet } from '../server/people/street'
import { type FreshPostgres, freshPostgres } from '../support/postgres'
import { type BuiltFunctions, buildFunctions, type Instance, resident } from './cloud'
import { FILES, startTcb, type Tcb } from './tcb'

const SECRET = 'a secret of at least thirty-two characters'
let built: BuiltFunctions
let database: FreshPostgres
let tcb: Tcb
let api: Instance
let li: string
let chen: string
let picture: Buffer

beforeAll(async () => {
  built = buildFunctions()
  database = await freshPostgres()
  await registerStreet(database.store)
  tcb = await startTcb(() => ({
    json: { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } },
  }))
  api = await built.start('api', { LOUDONG_SECRET: SECRET, DATABASE_URL: database.url, ...tcb.variables })
  li = await signIn('o-li')
  chen = await signIn('o-chen')
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#333333' } })
    .withExif({ IFD0: { Make: 'PlantedMaker' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await api.stop()
  tcb.stop()
  await database.drop()
  built.remove()
})

interface Answer {
  ok: boolean
  data: { me: { personId: string }; id: string; url: string; photos: { url: string }[] }
  error: { code: string }
}
let keys = 0

async function ask(openid: string, operation: string, input: object): Promise<Answer> {
  keys += 1
  return (await api.call({ operation, input, key: `key-${keys}-0000` }, resident(openid))).answer
}

const signIn = async (openid: string) =>
  (await ask(openid, 'people.signInWechat', { code: 'unused' })).data.me.personId

/** What the mini-program puts into the storage before it asks for `photos.take`. */
function upload(personId: string, id: string, bytes: Buffer): string {
  const fileId = `${FILES}raw/${personId}/${id}`
  tcb.files.set(fileId, bytes)
  return fileId
}

const take = (openid: string, id: string, fileId: string) => ask(openid, 'photos.take', { id, fileId })

test('a resident’s photo is taken clean, at an address phones can load, and what the camera wrote is gone', async () => {
  const fileId = upload(li, 'photo-1', picture)
  const { data } = await take('o-li', 'photo-1', fileId)
  expect(data).toMatchObject({ id: 'photo-1', width: 60, height: 40 })
  const shown = Buffer.from(await (await fetch(data.url)).arrayBuffer())
  expect((await sharp(shown).metadata()).format).toBe('jpeg')
  expect(shown.includes('PlantedMaker')).toBe(false)
  expect([...tcb.files.keys()].filter((id) => id.includes('/raw/'))).toEqual([])
})

test('taken again after a lost answer it is the same photo, and nothing is loaded or drawn again', async () => {
  const fileId = upload(li, 'photo-2', picture)
  const first = await take('o-li', 'photo-2', fileId)
  const before = tcb.asked.length
  expect(await take('o-li', 'photo-2', fileId)).toEqual(first)
  expect(tcb.asked.slice(before).map(({ action }) => action)).toEqual(['storage.batchDeleteFile'])
})

test('nobody gets another person’s upload, a kept photo or anything else there is in the storage', async () => {
  const hers = upload(chen, 'photo-hers', picture)
  const clean = [...tcb.files.keys()].find((id) => id.includes('/photos/')) ?? ''
  const wrong = [
    hers,
    clean,
    upload(li, 'photo-other', picture),
    `${FILES}raw/${li}/../${chen}/photo-hers`,
    `${FILES.replace('loudong', 'another')}raw/${li}/photo-hers`,
    `${FILES}raw/${li}/photo-hers/photo-hers`,
  ]
  const before = tcb.asked.length
  for (const fileId of wrong)
    expect((await take('o-li', 'photo-hers', fileId)).error).toMatchObject({ code: 'NOT_FOUND' })
  expect(tcb.asked).toHaveLength(before)
  expect((await take('o-chen', 'photo-hers', hers)).ok).toBe(true)
})

test('a guest uploads nothing', async () => {
  expect((await take('o-guest', 'photo-g', upload('', 'photo-g', picture))).error.code).toMatch(
    /NOT_AUTHENTICATED|VALIDATION/,
  )
})

test.each<[string, string, () => Buffer]>([
  ['PHOTO_REFUSED', 'what is no picture', () => Buffer.from('<script>')],
  ['PHOTO_TOO_LARGE', 'more than ten megabytes', () => Buffer.alloc(11 * 1024 * 1024, picture)],
])('%s: %s is refused and removed', async (code, what, bytes) => {
  const id = what.replace(/\W/g, '-')
  const fileId = upload(li, id, bytes())
  expect((await take('o-li', id, fileId)).error.code).toBe(code)
  expect(tcb.files.has(fileId)).toBe(false)
})

test('while the storage does not answer, the photo waits there for another try', async () => {
  const fileId = upload(li, 'photo-late', picture)
  tcb.down = true
  const { error } = await take('o-li', 'photo-late', fileId)
  tcb.down = false
  expect(error.code).toBe('UNAVAILABLE')
  expect((await take('o-li', 'photo-late', fileId)).ok).toBe(true)
})

test('a matter shows its photos at addresses that are asked for once, and comes without them when there are none', async () => {
  await take('o-li', 'photo-m', upload(li, 'photo-m', picture))
  await ask('o-li', 'people.leavePhone', { phone: '13800138000' })
  const { data } = await ask('o-li', 'concerns.submit', {
    category: 'LIGHT_MISSING',
    title: '23栋门口路灯不亮',
    detail: '',
    place: { buildingId: 'JX-23', point: null, words: '' },
    photoIds: ['photo-m'],
    anonymous: false,
  })
  const photosOf = async () => (await ask('o-li', 'concerns.get', { id: data.id })).data.photos
  const [photo] = await photosOf()
  expect((await fetch(photo?.url ?? '')).status).toBe(200)
  const before = tcb.asked.length
  expect(await photosOf()).toEqual([photo])
  expect(tcb.asked).toHaveLength(before)

  const cold = await built.start('api', {
    LOUDONG_SECRET: SECRET,
    DATABASE_URL: database.url,
    ...tcb.variables,
  })
  tcb.down = true
  const without = await cold.call({ operation: 'concerns.get', input: { id: data.id } }, resident('o-li'))
  tcb.down = false
  await cold.stop()
  expect((without.answer as Answer).data.photos).toEqual([{ ...photo, url: '' }])
})

test('whoever sends more than thirty photos a minute is asked to wait; his neighbour is not', async () => {
  const codes: string[] = []
  // Twice as many and one: a minute may end in between.
  for (let sent = 0; sent < 61 && !codes.includes('RATE_LIMITED'); sent += 1)
    codes.push((await take('o-chen', 'photo-x', `${FILES}raw/nobody/photo-x`)).error.code)
  expect(codes).toContain('RATE_LIMITED')
  expect((await take('o-li', 'photo-x', `${FILES}raw/nobody/photo-x`)).error.code).toBe('NOT_FOUND')
  const [row] = await database.store.db.selectFrom('call_counts').select('caller').execute()
  expect(row?.caller).toHaveLength(openVault(SECRET).index('o-chen', 'openid').length)
})
