import {
  type InputOf,
  OPERATION_NAMES,
  type OperationName,
  operations,
} from '../../../src/contracts/operations'
import { reachOf } from '../../../src/core/people/policy'
import type { Store } from '../../../src/server/storage/database'
import { describeOnEveryEngine } from '../../support/database'
import {
  CARD,
  EVERYBODY,
  GRID,
  LAMP,
  refusalOf,
  roleOf,
  type Street,
  smallStreet,
  type Who,
} from '../concerns/small-street'

jest.setTimeout(120_000)

/** A concern that does not exist: whoever passes the door is told so, whoever does not is told he may not. */
const step = { id: 'no-such-concern', version: 1 }
const note = '说明一下'
const MOTION = {
  title: '活动室几点开',
  text: '每天早上七点半开到晚上八点半。',
  who: '1栋楼栋长',
  byWhen: 4_000_000_000_000,
  costFen: 0,
}

const INPUTS: { [Name in OperationName]: InputOf<Name> } = {
  'client.report': {
    kind: 'error',
    target: 'h5',
    build: '1',
    page: 'pages/home/index',
    name: 'TypeError',
    message: '',
    frames: [],
  },
  'people.personas': {},
  'people.signInAs': { persona: 'nobody' },
  'people.signInWechat': { code: 'code' },
  'people.me': {},
  'people.leavePhone': { phone: '10000000002' },
  'people.showAs': { name: null, avatarId: null },
  'people.leaveWechatPhone': { code: 'code' },
  'people.signOut': {},
  'photos.take': { id: 'photo-1', fileId: 'cloud://env.bucket/raw/p/photo-1' },
  'places.grid': { gridPath: GRID },
  'places.estate': { estateId: 'jx' },
  'places.estates': {},
  'places.plate': { code: 'plate-1' },
  'places.departments': {},
  'places.drawCode': { buildingId: 'nothing' },
  'concerns.similar': { category: 'NOISE', buildingId: null, point: null },
  'concerns.list': {},
  'concerns.mine': {},
  'concerns.get': { id: step.id },
  'concerns.find': { no: 'XJ2212190001' },
  'concerns.queue': {},
  'home.show': {},
  'concerns.submit': LAMP,
  'concerns.endorse': { id: step.id },
  'concerns.readReporter': { id: step.id, reason: note },
  'concerns.release': step,
  'concerns.reject_content': { ...step, note },
  'concerns.accept': { ...step, level: 2, desk: 'grid' },
  'concerns.decline': { ...step, reason: 'invalid', note },
  'concerns.merge': { ...step, into: 'another', note },
  'concerns.contact': { ...step, note },
  'concerns.start': step,
  'concerns.escalate': { ...step, note },
  'concerns.delegate': { ...step, note },
  'concerns.whistle': { ...step, departmentIds: ['water'], note, arriveBy: 1 },
  'concerns.arrive': { ...step, note },
  'concerns.pause': { ...step, reason: 'wait_reporter', until: 1, note },
  'concerns.resume': step,
  'concerns.ask_extension': { ...step, until: 1, reason: note },
  'concerns.answer_extension': { ...step, approve: true, note },
  'concerns.resolve': { ...step, outcome: { kind: 'fixed', note, photoIds: [] } },
  'concerns.verify': { ...step, note },
  'concerns.return': { ...step, note },
  'concerns.confirm': { ...step, rating: { stars: 5, words: '' } },
  'concerns.reopen': { ...step, note },
  'concerns.withdraw': { ...step, note },
  'buildings.get': { id: 'JX-001' },
  'buildings.list': {},
  'buildings.submitCard': { id: 'nowhere', version: 0, card: CARD },
  'buildings.checkCard': { id: 'nowhere', version: 1, photoIds: [], point: { latE6: 1, lngE6: 1 } },
  'buildings.returnCard': { id: 'nowhere', version: 1, reason: note },
  'buildings.reconfirmCard': { id: 'nowhere', version: 1 },
  'buildings.readOwner': { id: 'nowhere', reason: note },
  'buildings.claimHome': { id: 'nowhere', kind: 'tenant', floating: true },
  'plates.step': { id: 'nowhere', step: 'apply' },
  'plates.print': { gridPath: GRID },
  'census.show': {},
  'census.open': { name: '摸排', gridPath: `${GRID}.99`, dueAt: 1 },
  'census.close': { id: 'no-such-census' },
  'hazards.report': { buildingId: 'nowhere', kind: 'ebike', words: note, photoIds: [] },
  'hazards.list': {},
  'hazards.get': { id: 'no-such-hazard' },
  'hazards.propose': { ...step, grade: 'B' },
  'hazards.grade': { ...step, grade: 'B', note },
  'hazards.control': { ...step, control: 'warn', note },
  'hazards.rectify': { ...step, measure: 'repair', note, until: 1 },
  'hazards.finish': { ...step, note, photoIds: [] },
  'hazards.review': { ...step, passed: true, gradeAfter: 'A', note },
  'inspections.record': {
    buildingId: 'nowhere',
    kind: 'patrol',
    items: [{ item: 'ebike', found: 'fine' }],
    note: '',
    photoIds: [],
  },
  'register.preview': { name: 'a.csv', base64: 'YQ==' },
  'register.import': { name: 'a.csv', base64: 'YQ==' },
  'register.template': {},
  'register.export': { gridPath: GRID, what: 'buildings' },
  'content.queue': {},
  'content.decide': { photoId: 'no-such-photo', shown: false, reason: note },
  'inbox.list': {},
  'inbox.read': { ids: ['nothing'] },
  'heads.nominate': {
    buildingId: 'nowhere',
    personId: 'nobody',
    kind: 'head',
    method: 'elected',
    basis: 'residence',
    basisWords: '',
    days: 365,
  },
  'heads.object': { ...step, words: note },
  'heads.confirm': { ...step, note },
  'heads.decline': { ...step, reason: note },
  'heads.withdraw': step,
  'heads.resign': { ...step, reason: note },
  'heads.revoke': { ...step, reason: note, hearing: { at: 1, statement: note } },
  'heads.hand_over': { ...step, keys: '', notes: '' },
  'heads.take_over': step,
  'heads.posted': { gridPath: GRID },
  'heads.list': { gridPath: GRID },
  'heads.get': { id: step.id },
  'heads.candidates': { buildingId: 'nowhere' },
  'heads.mine': {},
  'notices.write': { gridPath: GRID, title: '停水通知', words: '明天上午停水' },
  'notices.to_pass': {},
  'notices.pass_on': { id: 'nothing', buildingId: 'JX-001' },
  'notices.written': {},
  'residences.waiting': {},
  'residences.answer': { id: 'nothing', lives: true },
  'offices.list': { gridPath: GRID },
  'offices.assign': { personId: 'nobody', role: 'captain', gridPath: GRID, until: 1 },
  'offices.answer': { id: 'nothing', approve: true },
  'offices.end': { grantId: 'nothing', reason: note },
  'offices.postPhone': { show: true },
  'people.find': { phone: '10000000009', reason: note },
  'places.board': { gridPath: GRID },
  'councils.show': {},
  'motions.list': { councilId: 'no-such-council' },
  'motions.get': { id: 'no-such-motion' },
  'motions.record': { pollId: 'no-such-poll' },
  'motions.propose': { councilId: 'no-such-council', concernId: null, rule: 'ordinary', words: MOTION },
  'motions.speak': { id: 'no-such-motion', side: 'for', words: note },
  'motions.second': { id: 'no-such-motion', unitId: 'JX-001' },
  'motions.object': { id: 'no-such-motion', unitId: 'JX-001', words: note },
  'motions.screen': { ...step, decision: 'schedule', note },
  'motions.revise': { ...step, words: MOTION, changed: note },
  'motions.announce': step,
  'motions.open_debate': step,
  'motions.amend': { ...step, words: MOTION, changed: note },
  'motions.open_poll': { ...step, days: 3, ballots: 'open' },
  'motions.void': { ...step, note },
  'motions.review': { ...step, decision: 'uphold', note },
  'motions.withdraw': { ...step, note },
  'ballots.cast': {
    pollId: 'no-such-poll',
    votes: [{ unitId: 'JX-001', choice: 'for' }],
    salt: 'salt-of-this-phone',
  },
  'ballots.mine': {},
  'messages.mine': {},
  'messages.grant': { answers: [{ template: 'progress', answer: 'accept' }] },
  'scores.mine': {},
  'scores.get': { id: step.id },
  'scores.list': { kind: 'head', gridPath: GRID },
  'scores.board': { kind: 'head', gridPath: GRID },
  'scores.compute': { period: '2022-10' },
  'scores.appeal': { ...step, component: 'patrols', eventId: 'week:2022-11-07', words: note },
  'scores.answer': { ...step, appealId: 'nothing', as: null, note },
  'scores.confirm': { kind: 'head', gridPath: GRID, period: '2022-10' },
  'scores.publish': { kind: 'head', gridPath: GRID, period: '2022-10' },
  'scores.plan': { ...step, words: note },
  'scores.adjust': { buildingId: 'nowhere', period: '2022-10', reason: 'leads_project', evidence: note },
  'scores.decideAdjustment': { ...step, approve: true },
  'appraisals.show': {},
  'appraisals.answer': { buildingId: 'nowhere', marks: [5, 5, 5] },
  'rewards.list': { gridPath: GRID },
  'rewards.propose': {
    gridPath: GRID,
    period: '2022-10',
    title: '十月考核奖励',
    unit: 'fen',
    items: [{ lifeId: 'nothing', amount: 1 }],
  },
  'rewards.decide': { ...step, approve: true },
  'rewards.object': { ...step, words: note },
  'rewards.record': step,
}

/** A right comes from an office or from the standing everybody has who is signed in. */
const hasCell = (who: Who, name: OperationName): boolean => {
  const { action } = operations[name]
  const standing = who === 'guest' ? 'guest' : 'resident'
  return reachOf(action, roleOf(who)) !== undefined || reachOf(action, standing) !== undefined
}

/** What client.report is for: a phone's mishap is told as a surprise. */
const isPhoneMishap = (surprise: unknown) => surprise instanceof Error && surprise.name === 'PhoneMishap'

describeOnEveryEngine('every operation, asked by somebody of every office', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
    street = await smallStreet(store)
  })

  test.each(EVERYBODY)('%s passes exactly where the matrix has a cell', async (who) => {
    // Signing out ends the session, so it comes last.
    const names = [...OPERATION_NAMES.filter((name) => name !== 'people.signOut'), 'people.signOut' as const]
    const denied = who === 'guest' ? 'NOT_AUTHENTICATED' : 'FORBIDDEN'
    const told: string[] = []
    const expected: string[] = []
    for (const name of names) {
      const code = refusalOf(await street.call(who, { operation: name, input: INPUTS[name] }))
      told.push(`${name} ${code === denied ? denied : 'passed'}`)
      expected.push(`${name} ${hasCell(who, name) ? 'passed' : denied}`)
      expect(`${name} ${code}`).not.toMatch(/INTERNAL|VALIDATION/)
    }
    expect(told).toEqual(expected)
    expect(street.surprises.filter((surprise) => !isPhoneMishap(surprise))).toEqual([])
  })
})
