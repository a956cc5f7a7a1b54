import { ANSWER_LATEST } from '../../../src/core/content/photo'
import { runPhotoChecks } from '../../../src/server/content/errands'
import { freshPostgres } from '../../support/postgres'
import { answerOf, LAMP } from '../concerns/small-street'
import { mediaEvent, startTalkingWechat, type WechatStreet, wechatStreet } from './wechat-street'

let database: Awaited<ReturnType<typeof freshPostgres>>
let talking: Awaited<ReturnType<typeof startTalkingWechat>>
let street: WechatStreet
beforeAll(async () => {
  database = await freshPostgres()
  talking = await startTalkingWechat()
})
afterAll(async () => {
  talking.wechat.stop()
  await database.drop()
})
beforeEach(async () => {
  street = await wechatStreet(database.store, talking.wechat, talking.says)
})
afterEach(() => expect(street.surprises).toEqual([]))

const MANY = 27
const work = () => runPhotoChecks(street.system, 1_000)
const states = async () => {
  const rows = await database.store.db.selectFrom('photos').select('state').execute()
  return [...new Set(rows.map(({ state }) => state))]
}

/** Three reports of nine photos each. */
async function reported(): Promise<void> {
  for (let n = 0; n < MANY / 9; n += 1) {
    const photoIds: string[] = []
    for (let m = 0; m < 9; m += 1) photoIds.push(await street.uploaded('resident'))
    answerOf(await street.ask('resident', 'concerns.submit', { ...LAMP, photoIds }))
  }
}

test('four workers at once hand every photo to WeChat, and none twice', async () => {
  await reported()
  await Promise.all([work(), work(), work(), work()])
  const sent = street.asked.flatMap(({ body }) => (body as { media_url?: string }).media_url ?? [])
  expect(sent).toHaveLength(MANY)
  expect(new Set(sent).size).toBe(MANY)
})

test('answers that arrive while their numbers are being written down all reach their photo', async () => {
  const pushed: Promise<string>[] = []
  street.says.photo = () => {
    const trace = `quick-${pushed.length}`
    pushed.push(street.push(mediaEvent(trace, 'pass')))
    return { errcode: 0, errmsg: 'ok', trace_id: trace }
  }
  await reported()
  await Promise.all([work(), work(), work(), work()])
  await Promise.all(pushed)
  expect(pushed).toHaveLength(MANY)
  expect(await states()).toEqual(['pass'])
})

test('answer and end of time at the same instant: the answer counts, whichever is first', async () => {
  await reported()
  await work()
  street.time.now += ANSWER_LATEST
  const answers = street.traces.map((trace) => street.push(mediaEvent(trace, 'pass')))
  await Promise.all([work(), ...answers, work()])
  expect(await states()).toEqual(['pass'])
  const left = await database.store.db.selectFrom('photo_checks').selectAll().execute()
  expect(left).toEqual([])
})

test('a worker that dies after asking leaves the photo to the next, and both answers are one', async () => {
  await reported()
  const dying = { ...street.system, store: { ...street.system.store } }
  let transactions = 0
  dying.store.transaction = (work) => {
    transactions += 1
    // Claim, look up, ask; it never comes to write down what WeChat said.
    if (transactions % 3 === 0) return Promise.reject(new Error('killed'))
    return street.system.store.transaction(work)
  }
  await runPhotoChecks({ ...dying, report: () => undefined }, 1_000)
  expect(street.traces).toHaveLength(MANY)
  for (const trace of street.traces) await street.push(mediaEvent(trace, 'pass'))
  expect(await states()).toEqual(['pending'])

  street.time.now += 60_000
  await work()
  expect(street.traces).toHaveLength(2 * MANY)
  for (const trace of street.traces) await street.push(mediaEvent(trace, 'pass'))
  expect(await states()).toEqual(['pass'])
})
