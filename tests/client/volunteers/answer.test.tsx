import { act, screen, within } from '@testing-library/react'
import AnswerPage from '../../../src/client/packages/volunteers/answer/index'
import HoursPage from '../../../src/client/packages/volunteers/hours/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press, type } from '../support/phone'

type Certificate = OutputOf<'service.mine'>['certificates'][number]
type Record = OutputOf<'service.mine'>

const paper = (part: Partial<Certificate> = {}): Certificate => ({
  id: 'cert.1',
  state: 'asked',
  no: null,
  code: null,
  fromDay: 20_700,
  toDay: 20_760,
  minutes: null,
  askedAt: 1,
  issuedAt: null,
  reason: null,
  ...part,
})

const entry: Record['entries'][number] = {
  id: 'record.1',
  kind: 'service',
  signUpId: 'signup.1',
  title: '周日大扫除',
  leader: '陈女士',
  day: 20_750,
  minutes: 150,
  reason: '',
  mayDispute: false,
  dispute: null,
  answer: null,
}

const aRecord = (part: Partial<Record> = {}): Record => ({
  year: 2026,
  minutes: 150,
  times: 1,
  months: Array.from({ length: 12 }, () => 0),
  entries: [entry],
  noShows: 0,
  certificates: [],
  ...part,
})

const community = {
  role: 'community_staff' as const,
  gridPath: '441302010.001',
  gridName: '金星社区',
  buildingId: null,
}

test('no to a request takes a reason, which goes out with it', async () => {
  signedInAs(li({ offices: [community] }))
  serverAnswers({
    'service.waiting': () => ({ disputes: [] }),
    'certificates.waiting': () => ({ items: [{ ...paper(), name: '小李', counted: 150 }] }),
    'certificates.decline': () => ({ done: true }),
  })
  show(AnswerPage)
  await screen.findByText('小李')
  await press('小李，这次不开')
  await type('decline-reason', '证明上要写全名')
  await press('这次不开')
  expect(sentTo('certificates.decline')).toEqual([{ id: 'cert.1', reason: '证明上要写全名' }])
})

test('a late cancel and what one missed stand in one’s own record without reproach, and in no certificate', async () => {
  signedInAs(li())
  const late = { ...entry, id: 'signup.2', signUpId: 'signup.2', kind: 'late' as const, minutes: 0 }
  serverAnswers({
    'service.mine': () => aRecord({ entries: [late], noShows: 2 }),
    'points.mine': () => ({ balance: 0, entries: [], rewards: [] }),
  })
  show(HoursPage)
  expect(await screen.findByText('开始前12小时内说的来不了')).toBeInTheDocument()
  expect(screen.getByText(/90天里有2次没来/)).toBeInTheDocument()
  expect(screen.queryByText('开一张证明')).not.toBeInTheDocument()
})

test('whoever was declined reads why, and may ask again', async () => {
  signedInAs(li())
  const declined = paper({ state: 'declined', reason: '证明上要写全名' })
  serverAnswers({
    'service.mine': () => aRecord({ certificates: [declined] }),
    'points.mine': () => ({ balance: 0, entries: [], rewards: [] }),
    'certificates.ask': () => ({ id: 'cert.2' }),
  })
  show(HoursPage)
  expect(await screen.findByText('这次没开：证明上要写全名')).toBeInTheDocument()
  expect(screen.getByText('可以再申请，时长都还在。')).toBeInTheDocument()
  await press('开一张证明')
  await type('certificate-name', '李启明')
  const sheet = within(screen.getByRole('dialog', { name: '开一张证明' }))
  await act(async () => sheet.getByRole('button', { name: '开一张证明' }).click())
  expect(sentTo('certificates.ask')).toEqual([{ name: '李启明', fromDay: 20_750, toDay: 20_750 }])
})
