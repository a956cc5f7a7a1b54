import { keptFor } from '../../../src/core/people/personal-data'
import { erasePerson } from '../../../src/server/people/closing/erase'
import { runRetention } from '../../../src/server/retention/clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import { answerOf, personOf, STREET, type Street, smallStreet, type Who } from '../concerns/small-street'
import { agreed, dayOf, listed, pairingOf } from './making'

describeOnEveryEngine('what is kept of 结对 and 解困, and for how long', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  const leave = (who: Who) =>
    store.transaction((tx) =>
      erasePerson(tx, {
        streetId: STREET,
        system: street.system,
        personId: personOf(who),
        now: street.time.now,
      }),
    )

  async function visited(): Promise<string> {
    const step = await agreed(street)
    const visit = { ...step, day: dayOf(street.time.now), note: '药快吃完了' }
    answerOf(await street.ask('volunteer', 'pairings.visit', visit))
    return step.id
  }

  const sealed = async () => ({
    pairing: await store.db.selectFrom('pairings').select(['state', 'words_enc']).executeTakeFirst(),
    note: await store.db.selectFrom('pairing_visits').select('note_enc').executeTakeFirst(),
  })

  test('who is visited and closes his account is visited no more; no word of it is left, that there was one is', async () => {
    await visited()
    const { id } = await listed(street)
    await leave('resident')
    expect(await sealed()).toEqual({
      pairing: { state: 'ended', words_enc: null },
      note: { note_enc: null },
    })
    const kept = await store.db.selectFrom('hardship_cases').select(['id', 'state', 'words_enc']).execute()
    expect(kept).toEqual([{ id, state: 'withdrawn', words_enc: null }])
    const helpers = await store.db.selectFrom('pairing_helpers').select('active').execute()
    expect(helpers).toEqual([{ active: 0 }])
  })

  test('when the helper leaves, it ends for his household, which keeps what was agreed', async () => {
    const id = await visited()
    await leave('volunteer')
    expect(await pairingOf(street, 'resident', id)).toMatchObject({
      state: 'ended',
      told: '腿脚不好，菜要人带',
      ending: { reason: 'helper' },
    })
  })

  test('a year after its end the words go, and the slip somebody signed with them; until then they are there', async () => {
    const id = await visited()
    const { version } = await pairingOf(street, 'resident', id)
    answerOf(await street.ask('resident', 'pairings.end', { id, version, reason: 'household', words: '' }))
    const photo_id = await street.photo('grid_staff')
    await store.db.insertInto('care_photos').values({ street_id: STREET, photo_id, pairing_id: id }).execute()
    const sweep = () => runRetention(street.system, 100)
    street.time.now += keptFor('pairing')
    await sweep()
    expect((await sealed()).note?.note_enc).not.toBeNull()
    expect(await store.db.selectFrom('photos').select('id').execute()).toEqual([{ id: photo_id }])
    street.time.now += 1
    await sweep()
    expect(await sealed()).toEqual({
      pairing: { state: 'ended', words_enc: null },
      note: { note_enc: null },
    })
    expect(await store.db.selectFrom('photos').select('id').execute()).toEqual([])
  })

  test('his file has his own words and days, and nothing of whom he visits', async () => {
    await visited()
    await listed(street)
    const partOf = async (who: Who, kind: string) =>
      answerOf(await street.ask(who, 'people.export', {})).parts.find((part) => part.kind === kind)?.rows
    expect(await partOf('resident', 'pairing')).toMatchObject([
      { forMe: true, detail: '腿脚不好，菜要人带', visits: '2022-12-19' },
    ])
    expect(await partOf('resident', 'hardship')).toMatchObject([
      { forMe: true, detail: '看病花光了积蓄', assessment: '医药费压得重' },
    ])
    const helpers = await partOf('volunteer', 'pairing')
    expect(helpers).toMatchObject([{ forMe: false, detail: null }])
    expect(JSON.stringify(helpers)).not.toContain('药')
  })
})
