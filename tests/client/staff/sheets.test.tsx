import { screen } from '@testing-library/react'
import {
  check,
  choose,
  concern,
  DAY,
  emptyStage,
  granted,
  HOUR,
  inputsOf,
  NOW,
  serve,
  showActions,
  tap,
  tapInSheet,
  type,
  typedIn,
} from './stage'

beforeEach(() => {
  emptyStage()
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
})
afterEach(() => jest.restoreAllMocks())

const moved = granted({ id: 'c1', version: 8 })
const step = { id: 'c1', version: 7 }

test('受理：按类别该在的那一级已经选好', async () => {
  serve({ 'concerns.accept': moved })
  showActions(concern({ state: 'submitted', may: ['accept'] }))
  await tap('受理')
  expect(screen.getByRole('radio', { name: /网格办/ })).toHaveAttribute('aria-checked', 'true')
  await tapInSheet('受理')
  expect(inputsOf('concerns.accept')).toEqual([{ ...step, level: 2, desk: 'grid' }])
})

test('受理：可以交给驻格交警，也可以报社区，不能越级报街道', async () => {
  serve({ 'concerns.accept': moved })
  showActions(concern({ state: 'submitted', may: ['accept'] }))
  await tap('受理')
  expect(screen.queryByRole('radio', { name: /报街道/ })).toBeNull()
  await choose(/驻格交警办/)
  await tapInSheet('受理')
  expect(inputsOf('concerns.accept')).toEqual([{ ...step, level: 2, desk: 'traffic' }])
})

test('不受理：写明理由，反映人看到的就是这几句', async () => {
  serve({ 'concerns.decline': moved })
  showActions(concern({ state: 'submitted', may: ['decline', 'accept'] }))
  await tap('更多办法')
  await tap(/^不受理/)
  await tapInSheet('不受理')
  expect(inputsOf('concerns.decline')).toEqual([])
  expect(screen.getByText('请选一个')).toBeInTheDocument()
  await choose(/信访/)
  expect(typedIn('decline-note')).toContain('15天')
  await choose(/不归街道管/)
  expect(typedIn('decline-note')).toBe('')
  await type('decline-note', '这盏灯归供电所管，请打95598')
  await choose(/信访/)
  expect(typedIn('decline-note')).toBe('这盏灯归供电所管，请打95598')
  await choose(/不归街道管/)
  await tapInSheet('不受理')
  expect(inputsOf('concerns.decline')).toEqual([
    { ...step, reason: 'out_of_remit', note: '这盏灯归供电所管，请打95598' },
  ])
})

test('合并：从附近同类里选一件，跟着的人一起转过去', async () => {
  const { may, timeline, ...row } = concern({ id: 'c2', title: '34栋旁路灯不亮', no: 'XJ2611220009' })
  serve({ 'concerns.merge': moved, 'concerns.similar': granted({ items: [{ ...row, metres: 20 }] }) })
  showActions(concern({ state: 'submitted', may: ['merge', 'accept'] }))
  await tap('更多办法')
  await tap(/^合并/)
  await tapInSheet('合到一起')
  expect(screen.getByText('先选一件')).toBeInTheDocument()
  await choose(/34栋旁路灯不亮/)
  expect(screen.getByText(/都转到“34栋旁路灯不亮”，每人算一次/)).toBeInTheDocument()
  await tapInSheet('合到一起')
  expect(inputsOf('concerns.merge')).toEqual([{ ...step, into: 'c2', note: '' }])
})

test('合并：附近没有，按编号也找得到', async () => {
  const { may, timeline, ...row } = concern({ id: 'c9', title: '1栋路灯不亮', no: 'XJ2611200003' })
  serve({ 'concerns.merge': moved, 'concerns.list': granted({ items: [row], cursor: null }) })
  showActions(concern({ state: 'submitted', may: ['merge'] }))
  await tap('合并')
  await type('merge-search', '200003')
  await tapInSheet('找一找')
  await choose(/1栋路灯不亮/)
  await tapInSheet('合到一起')
  expect(inputsOf('concerns.merge')).toEqual([{ ...step, into: 'c9', note: '' }])
})

test('吹哨：选部门、选时间、写明做什么', async () => {
  serve({ 'concerns.whistle': moved })
  const waiting = {
    departmentId: 'fire',
    name: '消防站',
    blownAt: NOW,
    arriveBy: NOW + HOUR,
    arrivedAt: null,
  }
  showActions(concern({ level: 0, desk: 'street', may: ['whistle'], whistles: [waiting] }))
  await tap('吹哨')
  expect(screen.queryByRole('checkbox', { name: '消防站' })).toBeNull()
  await tapInSheet('请他们到场')
  expect(screen.getByText('先选一个部门')).toBeInTheDocument()
  await check('市政所')
  await check('供电所')
  await choose(/今天下班前/)
  await type('whistle-note', '带梯子来换灯头')
  await tapInSheet('请他们到场')
  expect(inputsOf('concerns.whistle')).toEqual([
    {
      ...step,
      departmentIds: ['municipal', 'power'],
      note: '带梯子来换灯头',
      arriveBy: Date.UTC(2026, 10, 23, 9, 30),
    },
  ])
})

test('停一停：等什么、停到哪天、为什么', async () => {
  serve({ 'concerns.pause': moved })
  showActions(concern({ may: ['pause'] }))
  await tap('停一停')
  await choose('等材料到货')
  await choose(/周四17:30/)
  await tapInSheet('先停下')
  expect(inputsOf('concerns.pause')).toEqual([])
  await type('pause-note', '灯头周四到货')
  await tapInSheet('先停下')
  expect(inputsOf('concerns.pause')).toEqual([
    { ...step, reason: 'wait_supplier', until: Date.UTC(2026, 10, 26, 9, 30), note: '灯头周四到货' },
  ])
})

test('申请延期：最多再延一个期限', async () => {
  serve({ 'concerns.ask_extension': moved })
  const dueAt = Date.UTC(2026, 10, 25, 9, 30)
  showActions(concern({ may: ['ask_extension'], dueAt }))
  await tap('申请延期')
  expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual([
    '周四17:30',
    '周五17:30',
    '11月30日17:30',
  ])
  await choose('周五17:30')
  await type('extension-reason', '要等供电所停电')
  await tapInSheet('交上去')
  expect(inputsOf('concerns.ask_extension')).toEqual([
    { ...step, until: Date.UTC(2026, 10, 27, 9, 30), reason: '要等供电所停电' },
  ])
})

test.each([
  ['同意延期', true],
  ['不同意', false],
])('答复延期：%s', async (words, approve) => {
  serve({ 'concerns.answer_extension': moved })
  const extensionAsked = { until: NOW + 4 * DAY, reason: '要等供电所停电' }
  showActions(concern({ may: ['answer_extension'], extensionAsked }))
  await tap('答复延期')
  expect(screen.getByText('要等供电所停电')).toBeInTheDocument()
  await choose(words)
  await tapInSheet('答复')
  expect(inputsOf('concerns.answer_extension')).toEqual([{ ...step, approve, note: '' }])
})

test.each([
  ['release', '可以公开', '可以公开'],
  ['start', '开始办', '开始办'],
  ['resume', '接着办', '接着办'],
] as const)('%s 点一下就说清了', async (deed, name, send) => {
  serve({ [`concerns.${deed}`]: moved })
  showActions(concern({ may: [deed] }))
  await tap(name)
  await tapInSheet(send)
  expect(inputsOf(`concerns.${deed}`)).toEqual([step])
})

test.each([
  ['contact', '记一次联系', '记下', '打过电话，说好了时间去看'],
  ['arrive', '报到', '报到', '人到现场了，接着来办'],
] as const)('%s 常用的话点一下就填上', async (deed, name, send, phrase) => {
  serve({ [`concerns.${deed}`]: moved })
  showActions(concern({ may: [deed] }))
  await tap(name)
  await tapInSheet(send)
  expect(inputsOf(`concerns.${deed}`)).toEqual([])
  expect(screen.getByText('再写几个字，至少2个')).toBeInTheDocument()
  await tap(phrase)
  await tapInSheet(send)
  expect(inputsOf(`concerns.${deed}`)).toEqual([{ ...step, note: phrase }])
})

test.each([
  ['reject_content', /^退回文字/, '退回', '有别人的电话'],
  ['return', /^退回重办/, '退回去', '还没通电'],
] as const)('%s 要写明原因', async (deed, row, send, note) => {
  serve({ [`concerns.${deed}`]: moved })
  showActions(concern({ may: [deed] }))
  await tap('更多办法')
  await tap(row)
  await type(`${deed}-note`, note)
  await tapInSheet(send)
  expect(inputsOf(`concerns.${deed}`)).toEqual([{ ...step, note }])
})

test('核实：不写也行', async () => {
  serve({ 'concerns.verify': moved })
  showActions(concern({ state: 'resolved', may: ['verify'] }))
  await tap('核实')
  await tapInSheet('确实办好了')
  expect(inputsOf('concerns.verify')).toEqual([{ ...step, note: '' }])
})

test('上报：说明去哪一级，理由先写好了可以改', async () => {
  serve({ 'concerns.escalate': moved })
  showActions(concern({ may: ['escalate'] }))
  await tap('上报一级')
  expect(screen.getByText(/报到社区/)).toBeInTheDocument()
  await tapInSheet('上报')
  expect(inputsOf('concerns.escalate')).toEqual([{ ...step, note: '这里定不了，请社区来办。' }])
})

test('交下去：说明交给谁', async () => {
  serve({ 'concerns.delegate': moved })
  showActions(concern({ level: 1, desk: 'community', may: ['delegate'] }))
  await tap('交下一级')
  await tapInSheet('交下去')
  expect(inputsOf('concerns.delegate')).toEqual([{ ...step, note: '这件事网格就近来办更快。' }])
})
