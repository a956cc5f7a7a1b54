import { runVisitClock } from '../../../src/server/care/visit-clock'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  answerOf,
  EVERYBODY,
  nameOf,
  personOf,
  refusalOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'
import { newsOf } from '../volunteers/making'
import { agreed, dayOf, laterBy, pairingOf, proposalOf, proposed } from './making'

describeOnEveryEngine('结对', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  test('proposed by the pioneer, agreed to by the household itself; both sides and those who arrange it read it', async () => {
    const step = await proposed(street)
    expect(await newsOf(street, 'resident')).toEqual(['pairing_proposed'])
    expect(await newsOf(street, 'volunteer')).toEqual(['pairing_proposed'])
    answerOf(await street.ask('resident', 'pairings.consent', step))
    const seen = await pairingOf(street, 'resident', step.id)
    expect(seen).toMatchObject({
      state: 'active',
      helper: nameOf('volunteer'),
      mine: 'household',
      overdue: false,
    })
    expect(seen.consent).toMatchObject({ how: 'self', by: nameOf('resident') })

    const readers: Who[] = []
    for (const who of EVERYBODY)
      if ((await street.ask(who, 'pairings.get', { id: step.id })).ok) readers.push(who)
    expect(readers).toEqual([
      ...['resident', 'volunteer', 'captain', 'pioneer', 'grid_staff', 'second_staff', 'grid_head'],
      ...['secretary', 'community_staff'],
    ])
  })

  test('a head says that his house needs somebody; the pioneer is told and names a helper', async () => {
    const suggested = answerOf(
      await street.ask('head', 'pairings.propose', proposalOf({ phone: null, helperId: null })),
    )
    expect(await newsOf(street, 'pioneer')).toEqual(['pairing_suggested'])
    const elsewhere = proposalOf({ buildingId: 'JX-002', helperId: null })
    expect(refusalOf(await street.ask('head', 'pairings.propose', elsewhere))).toBe('FORBIDDEN')
    const { items } = answerOf(await street.ask('pioneer', 'pairings.helpers', { buildingId: 'JX-001' }))
    expect(items.map(({ personId }) => personId)).toContain(personOf('volunteer'))
    expect(items.map(({ personId }) => personId)).not.toContain(personOf('resident'))
    const stranger = { ...suggested, helperId: personOf('neighbour') }
    expect(refusalOf(await street.ask('pioneer', 'pairings.assign', stranger))).toBe('NOT_ELIGIBLE')
    answerOf(
      await street.ask('pioneer', 'pairings.assign', { ...suggested, helperId: personOf('volunteer') }),
    )
    expect((await pairingOf(street, 'head', suggested.id)).state).toBe('proposed')
  })

  test('for who has no phone staff write down a witness or a signed slip, a photo of their own', async () => {
    const one = await proposed(street, { phone: null })
    const proof = { how: 'witness', witness: '楼下的李叔' } as const
    expect(refusalOf(await street.ask('pioneer', 'pairings.record_consent', { ...one, proof }))).toBe(
      'FORBIDDEN',
    )
    answerOf(await street.ask('grid_staff', 'pairings.record_consent', { ...one, proof }))

    const two = await proposed(street, { phone: null })
    const foreign = { how: 'slip', photoId: await street.photo('head') } as const
    expect(
      refusalOf(await street.ask('grid_staff', 'pairings.record_consent', { ...two, proof: foreign })),
    ).toBe('PHOTO_REFUSED')
    const slip = { how: 'slip', photoId: await street.photo('grid_staff') } as const
    answerOf(await street.ask('grid_staff', 'pairings.record_consent', { ...two, proof: slip }))
    const notes = answerOf(
      await street.ask('pioneer', 'pairings.read_notes', { id: two.id, reason: '核对同意' }),
    )
    expect(notes.slips.map(({ id }) => id)).toEqual([slip.photoId])
    expect(
      refusalOf(await street.ask('grid_staff', 'pairings.read_notes', { id: two.id, reason: '看看' })),
    ).toBe('FORBIDDEN')
  })

  test('what the helper wrote is read by him, and by those who serve with a reason the household reads', async () => {
    const step = await agreed(street)
    const day = dayOf(street.time.now)
    const said = { ...step, day, note: '药快吃完了' }
    expect(refusalOf(await street.ask('pioneer', 'pairings.visit', said))).toBe('FORBIDDEN')
    const visited = answerOf(await street.ask('volunteer', 'pairings.visit', said))
    expect(refusalOf(await street.ask('volunteer', 'pairings.visit', { ...said, ...visited }))).toBe(
      'VISITED_ALREADY',
    )

    expect((await pairingOf(street, 'volunteer', step.id)).visits).toMatchObject([
      { day, note: '药快吃完了' },
    ])
    for (const who of ['resident', 'pioneer', 'captain', 'community_staff'] as const)
      expect((await pairingOf(street, who, step.id)).visits).toMatchObject([{ day, note: null }])
    const look = { id: step.id, reason: '看看近况' }
    const { notes } = answerOf(await street.ask('captain', 'pairings.read_notes', look))
    expect(notes).toMatchObject([{ day, note: '药快吃完了' }])
    const { items } = answerOf(await street.ask('resident', 'people.looks', {}))
    expect(items).toMatchObject([{ by: nameOf('captain'), what: 'visit_notes', reason: '看看近况' }])

    const kept = await store.db.selectFrom('pairing_visits').select('note_enc').executeTakeFirstOrThrow()
    expect(kept.note_enc).not.toContain('药')
  })

  test('the household says whether somebody came; a visit it denies counts for nothing, and the pioneer hears', async () => {
    const step = await agreed(street)
    await laterBy(street, 20)
    answerOf(
      await street.ask('volunteer', 'pairings.visit', {
        ...step,
        day: dayOf(street.time.now),
        note: '送了米',
      }),
    )
    const { visits, lastVisit } = await pairingOf(street, 'resident', step.id)
    expect(lastVisit).toBe(dayOf(street.time.now))
    const said = { id: step.id, visitId: visits[0]?.id ?? '', came: false }
    expect(refusalOf(await street.ask('volunteer', 'pairings.confirm_visit', said))).toBe('FORBIDDEN')
    answerOf(await street.ask('resident', 'pairings.confirm_visit', said))
    expect(await newsOf(street, 'pioneer')).toContain('visit_denied')
    expect((await pairingOf(street, 'pioneer', step.id)).lastVisit).toBeNull()
    expect(refusalOf(await street.ask('resident', 'pairings.confirm_visit', said))).toBe('NOT_IN_THIS_STATE')
  })

  test('a missed visit is told once to the helper and to the pioneer; the next visit winds the clock', async () => {
    const step = await agreed(street)
    await laterBy(street, 30)
    expect(await runVisitClock(street.system, 10)).toBe(0)
    await laterBy(street, 1)
    expect([await runVisitClock(street.system, 10), await runVisitClock(street.system, 10)]).toEqual([1, 0])
    expect((await newsOf(street, 'volunteer'))[0]).toBe('visit_overdue')
    expect((await newsOf(street, 'pioneer'))[0]).toBe('visit_late')
    const late = answerOf(await street.ask('captain', 'pairings.list', { show: 'overdue' }))
    expect(late.items).toMatchObject([{ id: step.id, overdue: true }])
    const day = dayOf(street.time.now)
    answerOf(await street.ask('volunteer', 'pairings.visit', { ...step, day, note: '补上了' }))
    expect((await pairingOf(street, 'volunteer', step.id)).overdue).toBe(false)
    await laterBy(street, 32)
    expect(await runVisitClock(street.system, 10)).toBe(1)
    expect(street.surprises).toEqual([])
  })

  test('the household ends it whenever it likes; an old version of the page ends nothing', async () => {
    const step = await agreed(street)
    const end = { reason: 'household' as const, words: '不想麻烦了' }
    expect(refusalOf(await street.ask('resident', 'pairings.end', { ...step, version: 1, ...end }))).toBe(
      'VERSION_CONFLICT',
    )
    answerOf(await street.ask('resident', 'pairings.end', { ...step, ...end }))
    expect((await pairingOf(street, 'volunteer', step.id)).ending).toMatchObject({ reason: 'household' })
    expect((await newsOf(street, 'volunteer'))[0]).toBe('pairing_ended')
    expect(answerOf(await street.ask('captain', 'pairings.list', { show: 'over' })).items).toHaveLength(1)
  })

  test('a task may be born of it; its own page says nothing of for whom', async () => {
    const step = await agreed(street)
    const { draftOf } = await import('../volunteers/making')
    const draft = draftOf(street.time.now, { source: { kind: 'pairing', id: step.id } })
    const task = answerOf(await street.ask('captain', 'tasks.draft', draft))
    expect((await pairingOf(street, 'volunteer', step.id)).tasks).toMatchObject([{ id: task.id }])
    expect(answerOf(await street.ask('captain', 'tasks.get', { id: task.id })).source).toBeNull()
    const foreign = draftOf(street.time.now, { source: { kind: 'pairing', id: 'no-such-pairing' } })
    expect(refusalOf(await street.ask('captain', 'tasks.draft', foreign))).toBe('NOT_FOUND')
  })
})
