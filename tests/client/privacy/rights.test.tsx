import Taro from '@tarojs/taro'
import { render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import Closing from '../../../src/client/packages/privacy/closing/index'
import Consents from '../../../src/client/packages/privacy/consents/index'
import Corrections from '../../../src/client/packages/privacy/corrections/index'
import Hub from '../../../src/client/packages/privacy/hub/index'
import Looks from '../../../src/client/packages/privacy/looks/index'
import { asData, asPage, type Taken } from '../../../src/client/packages/privacy/take-away/file'
import TakeAway from '../../../src/client/packages/privacy/take-away/index'
import Answering from '../../../src/client/packages/staff/corrections/index'
import Audit from '../../../src/client/packages/street/audit/index'
import { Asking } from '../../../src/client/platform/query-client'
import { kindWords } from '../../../src/client/texts/export-fields'
import { PERSONAL_DATA } from '../../../src/core/people/personal-data'
import { li, newPhone, press, refused, sent, serve, told, type } from '../support/phone'

const show = (Screen: ComponentType) => render(<Screen />, { wrapper: Asking })
/** What was asked for has come. */
const settled = () => waitFor(() => expect(screen.queryByRole('status', { name: '正在取数据' })).toBeNull())

const NOW = Date.now()
const DAY = 86_400_000
const free = { closing: null, duties: { offices: 0, handovers: 0 }, days: 7 }
const leaving = { ...free, closing: { askedAt: NOW, eraseAt: NOW + 7 * DAY } }

beforeEach(() => newPhone(li))

test.each([Hub, Consents, Looks, TakeAway, Corrections, Closing])(
  'a guest has no data of his own',
  (Screen) => {
    newPhone()
    show(Screen)
    expect(screen.getByText('先登录一下')).toBeInTheDocument()
  },
)

describe('我的信息', () => {
  test('leads to all that one may do', async () => {
    serve({ 'people.closing': () => told(free) })
    show(Hub)
    await press(/谁看过我的信息/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/privacy/looks/index' })
    for (const name of [/我同意过什么/, /带走一份/, /请人改/, /隐私说明/, /注销帐号/])
      expect(screen.getByRole('button', { name })).toBeInTheDocument()
  })

  test('says when the account will be gone, and takes it back with one tap', async () => {
    let now: object = leaving
    serve({
      'people.closing': () => told(now),
      'people.keepAccount': () => {
        now = free
        return told(free)
      },
    })
    show(Hub)
    await screen.findByText('不注销了')
    await press('不注销了')
    expect(sent('people.keepAccount')).toHaveLength(1)
    await waitFor(() => expect(screen.queryByText('不注销了')).toBeNull())
  })
})

describe('同意', () => {
  const mine = {
    purposes: [
      { purpose: 'phone', state: 'given', at: NOW },
      { purpose: 'face', state: 'withdrawn', at: NOW },
      { purpose: 'messages', state: 'unasked', at: null },
      { purpose: 'place', state: 'outdated', at: NOW },
    ],
    history: [{ purpose: 'phone', version: 1, given: true, at: NOW }],
  }

  test('each is taken back or given with one tap, and says what stands still', async () => {
    serve({
      'consents.mine': () => told(mine),
      'consents.say': () => told(mine),
      'people.me': () => told(li),
    })
    show(Consents)
    await settled()
    expect(screen.getByText('收回了，已经停用')).toBeInTheDocument()
    expect(screen.getByText('说明改过了，请再看一眼，同意了才接着用')).toBeInTheDocument()
    await press(/留手机号，好联系我/, 'switch')
    await press(/让邻居看到我的名字和头像/, 'switch')
    expect(sent('consents.say').map(({ input }) => input)).toEqual([
      { purpose: 'phone', given: false },
      { purpose: 'face', given: true },
    ])
    expect(screen.getByText('同意：留手机号，好联系我')).toBeInTheDocument()
  })
})

describe('谁看过我的信息', () => {
  const look = {
    ...{
      id: 'k1',
      at: NOW,
      by: '曾小云',
      office: 'grid_staff',
      what: 'reporter_phone',
      reason: '约时间上门',
    },
    concern: { id: 'c1', title: '33栋路灯不亮' },
  }

  test('who, in which office, what and why', async () => {
    serve({ 'people.looks': () => told({ items: [look], cursor: null }) })
    show(Looks)
    await settled()
    expect(screen.getByText('网格员曾小云看了您的手机号')).toBeInTheDocument()
    expect(screen.getByText(/说是：约时间上门/)).toBeInTheDocument()
    expect(screen.getByText('为了“33栋路灯不亮”')).toBeInTheDocument()
  })

  test('nobody yet', async () => {
    serve({ 'people.looks': () => told({ items: [], cursor: null }) })
    show(Looks)
    await settled()
    expect(screen.getByText('还没有人看过')).toBeInTheDocument()
  })
})

describe('带走一份', () => {
  const taken = {
    at: NOW,
    name: '李先生',
    parts: PERSONAL_DATA.map(({ kind }) => ({
      kind,
      count: kind === 'matter' ? 2 : 0,
      rows:
        kind === 'matter' ? [{ title: '<b>路灯</b>', submittedAt: NOW, anonymous: true, place: null }] : [],
    })),
  } as Taken

  test('the page has a chapter for each kind, and whatever somebody typed stays text', () => {
    const page = asPage(taken)
    for (const { kind } of PERSONAL_DATA) expect(page).toContain(`<h2>${kindWords(kind)}</h2>`)
    expect(page).toContain('题目：&lt;b&gt;路灯&lt;/b&gt;')
    expect(page).toContain('匿名：是')
    expect(page).toContain('共2条，写下最近的1条')
    expect(page).not.toMatch(/<script|https?:/)
    expect(JSON.parse(asData(taken))).toEqual(taken)
  })

  test('it is put together first and then saved with one tap', async () => {
    const saved: string[] = []
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download)
    })
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined })
    const second = { title: '井盖', submittedAt: NOW, anonymous: false, place: null }
    serve({
      'people.export': () => told(taken),
      'people.exportMore': () => told({ count: 2, rows: [second] }),
    })
    show(TakeAway)
    await press('整理一份')
    await screen.findByText('整理好了')
    // What did not fit into the first answer is fetched before the file is given.
    expect(sent('people.exportMore').map(({ input }) => input)).toEqual([{ kind: 'matter', skip: 1 }])
    await press('存成能看的（网页）')
    await press('存成数据（JSON）')
    expect(saved).toEqual([expect.stringMatching(/^我的信息-.*\.html$/), expect.stringMatching(/\.json$/)])
  })

  test('too often is said so', async () => {
    serve({ 'people.export': () => refused('RATE_LIMITED') })
    show(TakeAway)
    await press('整理一份')
    expect(screen.getByText('慢一点')).toBeInTheDocument()
  })
})

describe('注销', () => {
  test('asks once, and tells what goes and what stays', async () => {
    serve({ 'people.closing': () => told(free), 'people.closeAccount': () => told(leaving) })
    show(Closing)
    await settled()
    expect(screen.getByText('清掉的')).toBeInTheDocument()
    expect(screen.getByText('留下的')).toBeInTheDocument()
    await press('注销帐号')
    expect(sent('people.closeAccount')).toHaveLength(0)
    await press('注销')
    expect(sent('people.closeAccount')).toHaveLength(1)
  })

  test('who holds an office reads how to hand it over, and has no button to close', async () => {
    serve({ 'people.closing': () => told({ ...free, duties: { offices: 2, handovers: 1 } }) })
    show(Closing)
    await settled()
    expect(screen.getByText(/您还担任2项职务/)).toBeInTheDocument()
    expect(screen.getByText(/还有1份交接清单没写/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '注销帐号' })).toBeNull()
  })
})

describe('更正', () => {
  test('is asked for in words, and says until when it is answered', async () => {
    serve({
      'corrections.mine': () => told({ items: [] }),
      'corrections.ask': () => told({ id: 'x1', dueAt: NOW + 20 * DAY }),
    })
    show(Corrections)
    await press('请人改')
    await press('交上去')
    expect(screen.getByText('先选一样')).toBeInTheDocument()
    await press('住处')
    await type('correction-words', '我是家属，不是租户')
    await press('交上去')
    expect(sent('corrections.ask')[0]?.input).toEqual({ about: 'home', words: '我是家属，不是租户' })
    expect(screen.getByText(/前答复您/)).toBeInTheDocument()
  })

  test('staff answer yes or no, and a no needs its reason', async () => {
    const asked = { id: 'x1', about: 'home', words: '我是家属', askedAt: NOW, dueAt: NOW + DAY }
    serve({
      'corrections.waiting': () => told({ items: [{ ...asked, name: '覃女士', gridName: '金兴街网格' }] }),
      'corrections.answer': () => told({ done: true }),
    })
    show(Answering)
    await settled()
    await press('答复，覃女士')
    await press('不改，理由写在上面')
    expect(sent('corrections.answer')).toHaveLength(0)
    await type('correction-said', '租赁合同上写的是您')
    await press('不改，理由写在上面')
    expect(sent('corrections.answer')[0]?.input).toEqual({
      id: 'x1',
      corrected: false,
      words: '租赁合同上写的是您',
    })
  })
})

describe('操作记录', () => {
  const office = { role: 'auditor' as const, gridPath: '441302010', gridName: '小金口街道', buildingId: null }
  const line = {
    ...{ id: 'a1', at: NOW, by: '曾小云', office: 'grid_staff' },
    ...{ operation: 'concerns.readReporter', deed: '看反映人的电话' },
    ...{ outcome: 'done', subjectId: 'c1', look: { what: 'reporter_phone', reason: '约时间上门' } },
  }

  test('is read for a reason, a page at a time', async () => {
    newPhone({ ...li, offices: [office] })
    let asked = 0
    serve({
      'audit.read': () => {
        asked += 1
        return told({ items: [{ ...line, id: `a${asked}` }], cursor: asked === 1 ? 'next' : null })
      },
    })
    show(Audit)
    await type('audit-reason', '例行抽查')
    await press('查')
    expect(screen.getByText('网格员曾小云：看反映人的电话')).toBeInTheDocument()
    expect(screen.getByText(/理由：约时间上门/)).toBeInTheDocument()
    await press('再看前面的')
    expect(screen.getAllByText(/网格员曾小云：/)).toHaveLength(2)
    expect(sent('audit.read').map(({ input }) => [input.reason, input.cursor])).toEqual([
      ['例行抽查', undefined],
      ['例行抽查', 'next'],
    ])
  })

  test('is not for residents', () => {
    show(Audit)
    expect(screen.getByText('这件事不归您办')).toBeInTheDocument()
  })
})
