import type { HardshipCase, HardshipWords } from '../../../src/core/care/hardship'
import type { Opened } from '../../../src/core/care/hardship-steps'
import type { Pairing } from '../../../src/core/care/pairing'
import type { Proposal } from '../../../src/core/care/pairing-steps'
import { CALENDAR, COMMUNITY, GRID, MONDAY, office, PIECE, person, STREET } from '../making'

export const PIONEER = person('luo', office('pioneer', GRID))
export const CAPTAIN = person('chen', office('captain', GRID))
export const SECRETARY = person('he', office('secretary', COMMUNITY))
export const SECOND_COMMUNITY = person('deng-2', office('community_staff', COMMUNITY))
export const HELPER = person('helper', office('volunteer', GRID))

export const PROPOSAL: Proposal = {
  id: 'pair',
  streetId: STREET,
  gridPath: PIECE,
  buildingId: 'b23',
  personId: 'grandma',
  householdId: null,
  needs: ['company'],
  visitEvery: 30,
  source: { kind: 'none' },
}

const STATUSES: Record<Pairing['state'], object> = {
  suggested: {},
  proposed: { helperId: 'helper' },
  active: running(),
  declined: { helperId: 'helper', endedAt: MONDAY, endedBy: 'luo' },
  ended: { ...running(), reason: 'solved', endedAt: MONDAY, endedBy: 'luo' },
}

function running(): object {
  const consent = { how: 'self', by: 'grandma', at: MONDAY }
  return { helperId: 'helper', consent, since: MONDAY, lastVisit: null, remindedOf: null }
}

/** A pairing standing in a state, as if it had come there. */
export const pairingIn = (state: Pairing['state'], more: object = {}): Pairing =>
  ({
    ...PROPOSAL,
    proposedBy: 'luo',
    proposedAt: MONDAY,
    state,
    ...STATUSES[state],
    ...more,
  }) as Pairing

export const WORDS: HardshipWords = {
  name: '陈奶奶',
  phone: null,
  reasons: [],
  told: '一个人住，腿脚不好',
  assessment: '',
  appeal: '',
  policies: [],
  measures: {},
  reviews: [],
}

const LISTED = { level: 2, ownerId: 'deng', listedBy: 'deng', listedAt: MONDAY, measures: [] }
const CASES: Record<HardshipCase['state'], object> = {
  reported: { dueAt: MONDAY },
  appealed: { dueAt: MONDAY, refusedBy: 'deng' },
  not_listed: { refusedBy: 'deng', refusedAt: MONDAY, final: false },
  listed: { ...LISTED, reviewDueAt: MONDAY },
  helping: { ...LISTED, reviewDueAt: MONDAY, measures: [{ id: 'm1', dueAt: MONDAY, doneAt: null }] },
  relieved: { ...LISTED, concludedBy: 'deng', concludedAt: MONDAY },
  referred: { ...LISTED, concludedBy: 'deng', concludedAt: MONDAY },
  stable: { ...LISTED, concludedBy: 'deng', concludedAt: MONDAY },
  struck: { ...LISTED, outcome: 'relieved', concludedBy: 'deng', struckBy: 'he', struckAt: MONDAY },
  withdrawn: { withdrawnAt: MONDAY },
}

/** A case standing in a state, agreed to, as if it had come there. */
export const caseIn = (state: HardshipCase['state'], more: object = {}): Opened => ({
  kept: {
    id: 'case',
    streetId: STREET,
    gridPath: PIECE,
    buildingId: 'b23',
    personId: 'grandma',
    reportedBy: 'grandma',
    reportedAt: MONDAY,
    concernId: null,
    consent: { how: 'self', by: 'grandma', at: MONDAY },
    remindedOf: null,
    state,
    ...CASES[state],
    ...more,
  } as HardshipCase,
  words: { ...WORDS, measures: { m1: { what: '申请临时救助', who: '社区民政', result: '' } } },
})

export const atCase = (actor: Parameters<typeof person>[0] | ReturnType<typeof person>, now = MONDAY) => ({
  actor: typeof actor === 'string' ? person(actor) : actor,
  now,
  calendar: CALENDAR,
})
