import type { HardshipCase } from '#core/care/hardship'
import { joinHardship, joinPairing } from '#core/care/joining'
import type { Pairing } from '#core/care/pairing'

const pairing = (part: object = {}): Pairing =>
  ({
    ...{ id: 'pa', streetId: 's', gridPath: 's.001.005', buildingId: 'b', personId: null, householdId: null },
    ...{
      needs: ['company'],
      visitEvery: 30,
      source: { kind: 'none' },
      proposedBy: 'p.pioneer',
      proposedAt: 1,
    },
    ...{ state: 'proposed', helperId: 'p.helper' },
    ...part,
  }) as Pairing

const hardship = (part: object = {}): HardshipCase =>
  ({
    ...{ id: 'h', streetId: 's', gridPath: 's.001', buildingId: 'b', personId: null, reportedBy: 'p.head' },
    ...{ reportedAt: 1, concernId: null, consent: { how: 'in_person', by: 'p.head', at: 1 }, remindedOf: 9 },
    ...{ state: 'reported', dueAt: 9 },
    ...part,
  }) as HardshipCase

const LISTED = { state: 'helping', ownerId: 'p.owner', listedBy: 'p.staff', reviewDueAt: 9, measures: [] }

test('a pairing nobody agreed to yet is still not agreed to when the number is proven', () => {
  expect(joinPairing(pairing(), { personId: 'p.luo', householdId: 'hh' })).toEqual(
    pairing({ personId: 'p.luo', householdId: 'hh' }),
  )
})

test('nobody becomes both sides of a pairing by a number he left himself', () => {
  const witnessed = pairing({ state: 'active', consent: { how: 'witness', by: 'p.staff', at: 1 } })
  for (const personId of ['p.helper', 'p.pioneer', 'p.staff'])
    expect(joinPairing(witnessed, { personId, householdId: null })).toBeNull()
  expect(joinPairing(pairing({ personId: 'p.he' }), { personId: 'p.luo', householdId: null })).toBeNull()
})

test('what a neighbour said he agreed to waits for his own word; what was decided on it goes on', () => {
  expect(joinHardship(hardship(), 'p.luo')).toMatchObject({
    personId: 'p.luo',
    consent: null,
    remindedOf: null,
  })
  expect(joinHardship(hardship(LISTED), 'p.luo')).toMatchObject({
    personId: 'p.luo',
    state: 'helping',
    consent: { by: 'p.head' },
  })
})

test.each(['p.head', 'p.owner', 'p.staff'])(
  '%s, who works on a case, does not become its person',
  (personId) => {
    expect(joinHardship(hardship(LISTED), personId)).toBeNull()
  },
)
