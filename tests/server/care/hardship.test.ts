import { sql } from 'kysely'
import type { InputOf } from '../../../src/contracts/operations'
import { runHardshipClock } from '../../../src/server/care/hardship-clock'
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
import { caseOf, DAY, laterBy, listed, provePhone, reported } from './making'

const CONCERN: InputOf<'concerns.submit'> = {
  category: 'HARDSHIP',
  title: '家里揭不开锅了',
  detail: '上个月丢了工作',
  place: { buildingId: 'JX-001', point: null, words: '' },
  photoIds: [],
  anonymous: false,
}

describeOnEveryEngine('解困', (open) => {
  let store: Store
  let street: Street
  beforeAll(async () => {
    store = await open()
  })
  beforeEach(async () => {
    street = await smallStreet(store)
  })

  test('read by the community and the branch secretary alone, each time with a reason the person reads', async () => {
    const { id } = await reported(street)
    const readers: Who[] = []
    for (const who of EVERYBODY)
      if ((await street.ask(who, 'hardship.read', { id, reason: '看看' })).ok) readers.push(who)
    expect(readers).toEqual(['secretary', 'community_staff'])
    const { items } = answerOf(await street.ask('resident', 'people.looks', {}))
    expect(items.map(({ by, what }) => [by, what])).toEqual([
      [nameOf('community_staff'), 'hardship_case'],
      [nameOf('secretary'), 'hardship_case'],
    ])
  })

  test('from the report to the end: assessed, helped, reviewed, struck off by another', async () => {
    const first = await listed(street)
    expect((await newsOf(street, 'resident'))[0]).toBe('hardship_listed')
    const due = street.time.now + 10 * DAY
    const measure = { what: '申请临时救助', who: '社区民政', dueAt: due }
    const helping = answerOf(
      await street.ask('community_staff', 'hardship.measure', { ...first, ...measure }),
    )
    const shown = await caseOf(street, 'secretary', first.id)
    expect(shown).toMatchObject({
      state: 'helping',
      level: 2,
      owner: nameOf('community_staff'),
      reasons: ['illness'],
    })
    const measureId = shown.measures[0]?.id ?? ''
    const done = answerOf(
      await street.ask('community_staff', 'hardship.done', { ...helping, measureId, result: '批了两千' }),
    )
    const over = answerOf(
      await street.ask('community_staff', 'hardship.review', {
        ...done,
        conclusion: 'relieved',
        words: '药费有着落了',
      }),
    )
    expect(await newsOf(street, 'secretary')).toContain('hardship_to_strike')
    const strike = { ...over, words: '上门看过' }
    expect(refusalOf(await street.ask('community_staff', 'hardship.strike', strike))).toBe('SELF_APPROVAL')
    answerOf(await street.ask('secretary', 'hardship.strike', strike))
    expect(await caseOf(street, 'secretary', first.id)).toMatchObject({
      state: 'struck',
      outcome: 'relieved',
    })
    const mine = answerOf(await street.ask('resident', 'hardship.mine', {}))
    expect(mine.items).toMatchObject([{ state: 'struck', measures: [{ what: '申请临时救助' }] }])
  })

  test('the database itself refuses a strike by the owner, and words of what was withdrawn', async () => {
    const { id } = await listed(street)
    const set = (body: object, words: string) =>
      sql`update hardship_cases set body = body || ${JSON.stringify(body)}::jsonb, words_enc = ${words}
        where id = ${id}`.execute(store.db)
    const struck = { state: 'struck', struckBy: personOf('community_staff'), concludedBy: 'x' }
    await expect(set(struck, 'x')).rejects.toThrow('hardship_struck_by_another')
    await expect(set({ state: 'withdrawn' }, 'x')).rejects.toThrow('hardship_withdrawn_is_empty')
  })

  test('not listed, with a reason he reads; he appeals, and somebody else decides', async () => {
    const step = await reported(street)
    const no = { ...step, words: '收入超过标准' }
    expect(refusalOf(await street.ask('secretary', 'hardship.decline', no))).toBe('FORBIDDEN')
    const declined = answerOf(await street.ask('community_staff', 'hardship.decline', no))
    expect(answerOf(await street.ask('resident', 'hardship.mine', {})).items).toMatchObject([
      { state: 'not_listed', assessment: '收入超过标准', mayAppeal: true },
    ])
    const appealed = answerOf(
      await street.ask('resident', 'hardship.appeal', { ...declined, words: '没算药费' }),
    )
    const list = {
      ...appealed,
      level: 3 as const,
      ownerId: personOf('community_staff'),
      reasons: [],
      words: '算上药费够了',
    }
    expect(refusalOf(await street.ask('community_staff', 'hardship.list_case', list))).toBe('SELF_APPROVAL')
    answerOf(await street.ask('secretary', 'hardship.list_case', list))
    expect((await newsOf(street, 'community_staff'))[0]).toBe('hardship_owned')
  })

  test('from a concern in one tap, once; nobody assesses it before he has said yes, and a no takes every word away', async () => {
    const concern = answerOf(await street.ask('neighbour', 'concerns.submit', CONCERN))
    expect(refusalOf(await street.ask('head', 'hardship.from_concern', { concernId: concern.id }))).toBe(
      'FORBIDDEN',
    )
    const step = answerOf(await street.ask('grid_staff', 'hardship.from_concern', { concernId: concern.id }))
    const again = await street.ask('grid_staff', 'hardship.from_concern', { concernId: concern.id })
    expect(refusalOf(again)).toBe('NOT_IN_THIS_STATE')
    expect(await newsOf(street, 'neighbour')).toContain('hardship_to_consent')
    expect(
      refusalOf(await street.ask('community_staff', 'hardship.decline', { ...step, words: '不够' })),
    ).toBe('CONSENT_NEEDED')
    expect(await caseOf(street, 'community_staff', step.id)).toMatchObject({
      told: '家里揭不开锅了：上个月丢了工作',
      agreed: false,
    })
    answerOf(await street.ask('neighbour', 'hardship.consent', { ...step, given: false }))
    const gone = await store.db.selectFrom('hardship_cases').select(['state', 'words_enc']).execute()
    expect(gone).toEqual([{ state: 'withdrawn', words_enc: null }])
    const { purposes } = answerOf(await street.ask('neighbour', 'consents.mine', {}))
    expect(purposes.find(({ purpose }) => purpose === 'hardship')?.state).toBe('withdrawn')
  })

  test('a neighbour reports for somebody who agreed, and is told no word of what becomes of it', async () => {
    const { home } = { home: { buildingId: 'JX-001', kind: 'tenant' as const, floating: true, since: 1 } }
    const told = { buildingId: 'JX-001', reasons: [], told: '老人一个人住，没人做饭', agreed: true as const }
    const neighbour = { name: '梁伯', phone: '10000000088', consent: 'in_person' as const }
    expect(refusalOf(await street.ask('neighbour', 'hardship.report', { ...told, neighbour }))).toBe(
      'RESIDENCE_NOT_CONFIRMED',
    )
    const claimed = answerOf(await street.ask('neighbour', 'residences.claim', home))
    answerOf(await street.ask('head', 'residences.confirm', claimed))
    await provePhone(street, 'follower', '10000000088')
    const { id } = answerOf(await street.ask('neighbour', 'hardship.report', { ...told, neighbour }))
    expect(await newsOf(street, 'follower')).toContain('hardship_to_consent')
    const again = answerOf(await street.ask('neighbour', 'hardship.report', { ...told, neighbour }))
    expect(again.id).not.toBe(id)
    const agreed = answerOf(await street.ask('follower', 'hardship.consent', { id, version: 1, given: true }))
    const decline = { ...agreed, words: '子女每天都来' }
    answerOf(await street.ask('community_staff', 'hardship.decline', decline))
    expect(answerOf(await street.ask('neighbour', 'hardship.mine', {})).items).toMatchObject([
      { own: false, state: 'reported', assessment: '', mayAppeal: false },
    ])
    expect(answerOf(await street.ask('follower', 'hardship.mine', {})).items).toMatchObject([
      { own: true, state: 'not_listed', assessment: '子女每天都来', mayAppeal: true },
    ])
  })

  test('taking the consent back ends it at once: no word is left, and nothing is due', async () => {
    const { id } = await listed(street)
    answerOf(await street.ask('resident', 'consents.say', { purpose: 'hardship', given: false }))
    const rows = await store.db
      .selectFrom('hardship_cases')
      .select(['state', 'words_enc', 'next_at'])
      .execute()
    expect(rows).toEqual([{ state: 'withdrawn', words_enc: null, next_at: null }])
    expect(await caseOf(street, 'community_staff', id)).toMatchObject({
      state: 'withdrawn',
      told: '',
      may: [],
    })
  })

  test('one open case a person; what is late is told once', async () => {
    await reported(street)
    const again = {
      buildingId: 'JX-001',
      reasons: [],
      told: '再报一次看看',
      agreed: true as const,
      neighbour: null,
    }
    expect(refusalOf(await street.ask('resident', 'hardship.report', again))).toBe('NOT_IN_THIS_STATE')
    await laterBy(street, 8)
    expect([await runHardshipClock(street.system, 10), await runHardshipClock(street.system, 10)]).toEqual([
      1, 0,
    ])
    expect(await newsOf(street, 'community_staff')).toContain('hardship_assess_late')
    expect(await newsOf(street, 'secretary')).toContain('hardship_assess_late')
  })

  test('after ninety days its owner is reminded, who reads and works on it as long as he holds his office', async () => {
    const step = await listed(street, personOf('grid_staff'))
    expect(
      refusalOf(await street.ask('second_staff', 'hardship.read', { id: step.id, reason: '看看' })),
    ).toBe('NOT_FOUND')
    expect(answerOf(await street.ask('grid_staff', 'hardship.list', {})).items).toHaveLength(1)
    await laterBy(street, 91)
    expect(await runHardshipClock(street.system, 10)).toBe(1)
    expect((await newsOf(street, 'grid_staff'))[0]).toBe('hardship_review_due')
    answerOf(
      await street.ask('grid_staff', 'hardship.review', { ...step, conclusion: 'go_on', words: '还要帮' }),
    )
    await store.db
      .updateTable('role_grants')
      .set({ to_at: street.time.now })
      .where('id', '=', 'g.grid_staff')
      .execute()
    expect(refusalOf(await street.ask('grid_staff', 'hardship.read', { id: step.id, reason: '看看' }))).toBe(
      'FORBIDDEN',
    )
    expect(street.surprises).toEqual([])
  })
})
