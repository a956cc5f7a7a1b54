import { v7 as newId } from 'uuid'
import { placeOfPhone } from '../../../src/server/people/profile'
import { hashToken } from '../../../src/server/people/sessions'
import { buildingId } from '../../../src/server/seeds/estate'
import type { Store } from '../../../src/server/storage/database'
import { bearer, type TestDoor } from '../../http/door'
import { NOW, STREET, vault } from '../people/street'

/** A value that can be recognised wherever it turns up, and who may come upon it by asking. */
export interface Canary {
  what: string
  value: string
  knownTo: readonly string[]
}

const SCREENS = ['staff.grid', 'grid.head', 'community.staff', 'street.admin', 'street.second']
const CHAIN = [...SCREENS, 'auditor']
const NOBODY: readonly string[] = []

/** Three people of our own: 甲 reports without his name, 乙 and 丙 with theirs. */
export const NEWCOMERS = ['jia', 'yi', 'bing'] as const
export type Newcomer = (typeof NEWCOMERS)[number]

const phoneOfNewcomer = (who: Newcomer): string => `1009977000${NEWCOMERS.indexOf(who)}`
const HELPED_PHONE = '10099770009'
const words = (what: string): string => `金丝雀${what}`

/** Signs somebody in by WeChat, as on a phone; his name is then one that nobody else has. */
export async function welcome(door: TestDoor, store: Store, who: Newcomer): Promise<string> {
  const signedIn = await door.call('people.signInWechat', { code: `canary-${who}` })
  const { token, me } = signedIn.body.data as unknown as { token: string; me: { personId: string } }
  await door.call('people.leavePhone', { phone: phoneOfNewcomer(who) }, bearer(token))
  await store.db
    .updateTable('persons')
    .set({ public_name: words(`名-${who}`) })
    .where('id', '=', me.personId)
    .execute()
  return token
}

/** What the three and the staff write down in places of every kind, and who may read it there. */
export async function plant(door: TestDoor, tokens: Map<string, string>, store: Store): Promise<Canary[]> {
  const does = async (who: string, operation: string, input: object): Promise<{ id: string }> => {
    const { body } = await door.call(operation, input, bearer(tokens.get(who) ?? ''))
    if (!body.data) throw new Error(`${who} ${operation}: ${JSON.stringify(body.error)}`)
    return body.data
  }
  const submit = async (who: Newcomer, category: string, more: object = {}) => {
    const place = { buildingId: buildingId(23), point: null, words: '' }
    const matter = { category, title: '一件要办的事', detail: '', place, photoIds: [], anonymous: false }
    return (await does(who, 'concerns.submit', { ...matter, ...more })).id
  }
  const step = (who: string, kind: string, id: string, version: number, more: object = {}) =>
    does(who, `concerns.${kind}`, { id, version, ...more })
  const photo = async (who: string) => {
    const id = newId()
    const { personId } = await does(who, 'people.me', {}).then((me) => me as unknown as { personId: string })
    const picture = {
      sha256: 'b'.repeat(64),
      bytes: 1,
      width: 4,
      height: 3,
      created_at: 1,
      state: 'pass' as const,
    }
    await store.db
      .insertInto('photos')
      .values({ street_id: STREET, id, uploader_id: personId, ...picture })
      .execute()
    return id
  }

  const lamp = await submit('jia', 'LIGHT_BROKEN', { anonymous: true, title: words('公开题') })
  await does('elder.72', 'concerns.endorse', { id: lamp })
  await step('staff.grid', 'accept', lamp, 1, { level: 2, desk: 'grid' })
  await step('staff.grid', 'contact', lamp, 2, { note: words('电话里说的') })
  await step('staff.grid', 'start', lamp, 3)
  const { dueAt } = (await does('staff.grid', 'concerns.get', { id: lamp })) as unknown as { dueAt: number }
  await step('staff.grid', 'ask_extension', lamp, 4, { until: dueAt + 1, reason: words('延期缘由') })
  await does('staff.grid', 'concerns.readReporter', { id: lamp, reason: words('查看缘由') })

  const picture = await photo('yi')
  const private_ = { title: words('困难题'), detail: words('困难细节'), photoIds: [picture] }
  await submit('yi', 'HARDSHIP', {
    ...private_,
    place: { buildingId: buildingId(23), point: null, words: words('困难地点') },
  })
  const quarrel = await submit('yi', 'DISPUTE', { title: words('纠纷题'), detail: words('纠纷细节') })
  const same = await submit('bing', 'DISPUTE', { title: words('另一纠纷题') })
  await step('staff.grid', 'merge', same, 1, { into: quarrel, note: words('并案说明') })
  await submit('yi', 'HEAD_CONDUCT', { title: words('楼栋长题') })
  await submit('yi', 'GREEN', { detail: `${words('待看细节')} 13900001111` })
  const refused = await submit('yi', 'GREEN', { detail: `${words('退回细节')} 13900001112` })
  await step('staff.grid', 'reject_content', refused, 1, { note: words('退回说明') })
  const left = await submit('yi', 'GREEN')
  await step('yi', 'withdraw', left, 1, { note: words('撤回说明') })

  const helped = { name: words('替谁报'), phone: HELPED_PHONE, consent: 'by_phone' }
  const claimed = { buildingId: buildingId(44), kind: 'tenant', floating: true, since: 1 }
  const home = await does('yi', 'residences.claim', claimed)
  await does('head.two', 'residences.confirm', { id: home.id })
  await submit('yi', 'CONSULT', { helped })
  await does('yi', 'households.found', { room: words('房间') })
  await does('yi', 'people.leaveBirth', { year: 1993, month: 1 })
  await does('yi', 'children.register', {
    name: words('孩子'),
    born: { year: 2019, month: 7 },
    agreed: ['report'],
  })
  const unknown = await does('jia', 'residences.claim', claimed)
  await does('head.two', 'residences.refuse', { id: unknown.id, reason: words('不认的理由') })

  const done = await submit('yi', 'CONSULT')
  await step('staff.grid', 'accept', done, 1, { level: 2, desk: 'grid' })
  await step('staff.grid', 'start', done, 2)
  await step('staff.grid', 'resolve', done, 3, {
    outcome: { kind: 'explained', note: words('公开结果'), photoIds: [] },
  })
  await step('yi', 'confirm', done, 4, { rating: { stars: 2, words: words('评价的话') } })

  await plantCare(does)
  await plantBooking(does)
  const ballot = {
    pollId: 'poll.parking',
    votes: [{ unitId: buildingId(23), choice: 'against' }],
    salt: 'canary-salt-0123456789',
  }
  const cast = (await does('head.023', 'ballots.cast', ballot)) as unknown as {
    receipts: { receipt: string }[]
  }

  const told = (what: string, knownTo: readonly string[]): Canary => ({ what, value: words(what), knownTo })
  const everybody = ['guest', ...tokens.keys()]
  return [
    told('公开题', everybody),
    told('公开结果', everybody),
    told('名-yi', everybody),
    told('名-jia', ['jia', ...CHAIN]),
    told('电话里说的', ['jia', ...CHAIN]),
    told('延期缘由', ['jia', ...CHAIN]),
    told('查看缘由', ['jia']),
    ...['困难题', '困难细节', '困难地点'].map((what) => told(what, ['yi', ...CHAIN])),
    { what: '困难照片', value: picture, knownTo: ['yi', ...CHAIN] },
    ...['纠纷题', '纠纷细节'].map((what) => told(what, ['yi', 'bing', ...CHAIN])),
    ...['另一纠纷题', '并案说明', '名-bing'].map((what) => told(what, ['bing', ...CHAIN])),
    told('楼栋长题', ['yi', ...CHAIN]),
    ...['待看细节', '退回细节', '退回说明'].map((what) => told(what, ['yi', ...SCREENS])),
    told('替谁报', NOBODY),
    told('房间', ['yi']),
    told('孩子', ['yi']),
    { what: 'birth of yi', value: '"year":1993', knownTo: ['yi'] },
    told('不认的理由', ['jia']),
    { what: 'phone of the helped', value: HELPED_PHONE, knownTo: NOBODY },
    ...['撤回说明', '评价的话'].map((what) => told(what, ['yi', ...CHAIN])),
    // Until the close nobody learns how a building voted, nor by which receipt; its own head has the receipt.
    // What a household is called and needs is read by both sides and those who arrange it, what was seen there by the
    // helper alone; everybody else asks for it with a reason, and no query asks.
    ...['结对称呼', '结对的话'].map((what) => told(what, ARRANGERS)),
    told('走访看到的', ['volunteer.chen']),
    told('替约的邻居', ['yi', 'head.023', ...OFFERING]),
    ...['见证人', '解困称呼', '解困缘由', '评估说的', '措施', '谁来做', '复核说的'].map((what) =>
      told(what, NOBODY),
    ),
    { what: '23栋的回执', value: cast.receipts[0]?.receipt ?? '', knownTo: ['head.023'] },
    ...(await sealedBallots(store)),
    ...(await secretsOf(store, tokens)),
  ]
}

/** Both sides of 结对 and the offices over it: the helper, and whoever reads pairings of the grid. */
const ARRANGERS = [
  'volunteer.chen',
  'captain.vol',
  'pioneer.captain',
  'staff.grid',
  'grid.head',
  'secretary',
  'community.staff',
]

/** Those who keep the list of what is offered. */
const OFFERING = ['captain.vol', 'staff.grid', 'grid.head', 'community.staff']

type Does = (who: string, operation: string, input: object) => Promise<{ id: string }>

/** A household that is visited, and a hardship that is listed: neither has an account here. */
async function plantCare(does: Does): Promise<void> {
  const proposal = { name: words('结对称呼'), phone: null, needs: ['other'], told: words('结对的话') }
  const visits = { visitEvery: 30, helperId: 'p.volunteer-chen', buildingId: buildingId(23) }
  const { id } = await does('pioneer.captain', 'pairings.propose', { ...proposal, ...visits })
  const proof = { how: 'witness', witness: words('见证人') }
  await does('staff.grid', 'pairings.record_consent', { id, version: 1, proof })
  const day = Math.floor((NOW + 8 * 3_600_000) / 86_400_000)
  await does('volunteer.chen', 'pairings.visit', { id, version: 2, day, note: words('走访看到的') })

  const neighbour = { name: words('解困称呼'), phone: null, consent: 'in_person' }
  const told = { buildingId: buildingId(23), reasons: ['illness'], told: words('解困缘由'), agreed: true }
  const hard = await does('head.023', 'hardship.report', { ...told, neighbour })
  const said = { level: 2, ownerId: null, reasons: ['illness'], words: words('评估说的') }
  await does('community.staff', 'hardship.list_case', { id: hard.id, version: 1, ...said })
  const measure = { what: words('措施'), who: words('谁来做'), dueAt: NOW + 86_400_000 }
  await does('community.staff', 'hardship.measure', { id: hard.id, version: 2, ...measure })
  const review = { conclusion: 'go_on', words: words('复核说的') }
  await does('community.staff', 'hardship.review', { id: hard.id, version: 3, ...review })
}

/** A ballot as it lies in the box. */
async function sealedBallots({ db }: Store): Promise<Canary[]> {
  const rows = await db.selectFrom('ballots').select('sealed').where('poll_id', '=', 'poll.parking').execute()
  return rows.slice(0, 3).map(({ sealed }) => ({ what: '封着的票', value: sealed, knownTo: NOBODY }))
}

/** What no question brings out, whoever asks: phones, openids, tokens, and the forms they are kept in. */
async function secretsOf({ db }: Store, tokens: Map<string, string>): Promise<Canary[]> {
  const secret = (what: string, value: string | null): Canary[] =>
    value ? [{ what, value, knownTo: NOBODY }] : []
  const persons = await db
    .selectFrom('persons')
    .select(['id', 'phone_enc', 'phone_index', 'public_name'])
    .where('public_name', 'like', '金丝雀%')
    .execute()
  return [
    ...NEWCOMERS.flatMap((who) => [
      ...secret(`phone of ${who}`, phoneOfNewcomer(who)),
      ...secret(`openid of ${who}`, `openid-of-canary-${who}`),
      ...secret(`kept openid of ${who}`, vault.index(`openid-of-canary-${who}`, 'openid')),
    ]),
    ...persons.flatMap(({ id, public_name, phone_enc, phone_index }) => [
      ...secret(`kept phone of ${public_name}`, phone_enc),
      ...secret(`index of the phone of ${public_name}`, phone_index),
      ...secret(`place of the phone of ${public_name}`, placeOfPhone(id)),
      { what: `id of ${public_name}`, value: id, knownTo: [public_name.slice(words('名-').length)] },
    ]),
    ...[...tokens].flatMap(([who, token]) => [
      ...secret(`token of ${who}`, token),
      ...secret(`kept token of ${who}`, hashToken(token)),
    ]),
  ]
}

/** A neighbour who cannot book himself; 温师傅 of house 23 does the repairs. */
async function plantBooking(does: Does): Promise<void> {
  const { sittings } = (await does('yi', 'offers.get', { id: 'offer.repair' })) as unknown as {
    sittings: { startsAt: number; taken: number; capacity: number }[]
  }
  const free = sittings.find(({ taken, capacity }) => taken < capacity)
  const forWhom = { name: words('替约的邻居'), agreed: true }
  await does('yi', 'offers.book', { id: 'offer.repair', startsAt: free?.startsAt, forWhom })
}
