import type { Choice } from '../../../src/core/council/tally'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  personOf,
  refusalOf,
  STREET,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { announced, closed, councilOf, everybodyVotes, motionOf } from './making'

describeOnEveryEngine('residents asked beside a vote', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
    await councilOf(store)
  })
  afterEach(() => expect(street.surprises).toEqual([]))

  const lives = async (who: Who) => {
    await store.db
      .insertInto('residencies')
      .values({
        street_id: STREET,
        id: `r.${who}`,
        person_id: personOf(who),
        building_id: 'JX-002',
        kind: 'tenant',
        floating: true,
        from_at: 1,
        to_at: null,
        confirmed_at: 1,
      })
      .execute()
  }
  const grown = async (who: Who) =>
    answerOf(await street.ask(who, 'people.leaveBirth', { year: 1990, month: 1 }))
  async function asking() {
    const { id, version } = await announced(street)
    const poll = { id, version, days: 2, ballots: 'open' as const, opinion: true }
    answerOf(await street.ask('volunteer', 'motions.open_poll', poll))
    const { ballot } = await motionOf(street, id)
    if (!ballot) throw new Error('no poll was opened')
    return { id, pollId: ballot.id, closesAt: ballot.closesAt }
  }
  const say = (who: Who, pollId: string, choice: Choice, salt = 'd'.repeat(16)) =>
    street.ask(who, 'opinions.say', { pollId, choice, salt })

  test('a tenant speaks once and may change it; the vote counts none of it', async () => {
    for (const who of ['captain', 'pioneer'] as const) await lives(who)
    const { id, pollId, closesAt } = await asking()
    expect(refusalOf(await say('captain', pollId, 'for'))).toBe('BIRTH_REQUIRED')
    for (const who of ['captain', 'pioneer'] as const) await grown(who)
    answerOf(await say('captain', pollId, 'for'))
    answerOf(await say('captain', pollId, 'against', 'e'.repeat(16)))
    answerOf(await say('pioneer', pollId, 'against'))
    expect((await motionOf(street, id, 'captain')).opinion).toMatchObject({
      saying: 2,
      said: true,
      sums: null,
      maySay: true,
    })
    await everybodyVotes(street, pollId)
    await closed(street, closesAt)
    const after = await motionOf(street, id)
    expect(after.opinion).toMatchObject({ sums: { for: 0, against: 2, abstain: 0 }, maySay: false })
    expect(after.ballot?.tally).toMatchObject({ units: { for: 3, against: 1 }, outcome: 'passed' })
    expect(refusalOf(await say('captain', pollId, 'for', 'f'.repeat(16)))).toBe('POLL_CLOSED')
  })

  test('leaves nothing that joins a person and an opinion, neither while it runs nor afterwards', async () => {
    await lives('captain')
    await grown('captain')
    const { pollId, closesAt } = await asking()
    answerOf(await say('captain', pollId, 'against'))
    const box = () => store.db.selectFrom('poll_buckets').selectAll().where('kind', '=', 'opinion').execute()
    expect(JSON.stringify(await box())).not.toMatch(/captain|against/)
    expect(await box()).toHaveLength(1)
    expect(await store.db.selectFrom('opinion_voters').selectAll().execute()).toEqual([
      { street_id: STREET, poll_id: pollId, person_id: personOf('captain') },
    ])
    await closed(street, closesAt)
    expect(await box()).toEqual([])
    const [kept] = await store.db.selectFrom('poll_boxes').selectAll().where('kind', '=', 'opinion').execute()
    expect(kept?.key_enc).toBeNull()
  })

  test('is asked of nobody who lives elsewhere', async () => {
    const { pollId } = await asking()
    expect(refusalOf(await say('follower', pollId, 'for'))).toBe('RESIDENCE_NOT_CONFIRMED')
  })
})
