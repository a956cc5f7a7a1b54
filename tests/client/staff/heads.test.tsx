import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import AppointmentPage from '../../../src/client/packages/staff/appointment/index'
import HeadsPage from '../../../src/client/packages/staff/heads/index'
import HousesPage from '../../../src/client/packages/staff/houses/index'
import NoticesPage from '../../../src/client/packages/staff/notices/index'
import { refusals } from '../../../src/client/texts/refusals'
import type { OutputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, press, type } from '../support/phone'

type Mine = OutputOf<'heads.mine'>
type Told = OutputOf<'heads.get'>

const NOON = Date.parse('2026-11-23T12:00:00+08:00')
const YEAR = 365 * 86_400_000

const house = (change: Partial<Mine['buildings'][number]> = {}) => ({
  appointmentId: 'a.23',
  buildingId: 'JX-023',
  label: '23栋',
  kind: 'head' as const,
  until: NOON + YEAR,
  residents: 14,
  open: 2,
  toConfirm: 0,
  toPass: 1,
  ...change,
})
const mine = (change: Partial<Mine> = {}): Mine => ({
  buildings: [house()],
  handovers: [],
  own: [],
  ...change,
})

const notice = (buildingId: string) => ({
  id: 'n1',
  title: '周六停水',
  words: '上午停两小时。',
  at: NOON,
  by: '社区干部何晓燕',
  buildingId,
  buildingLabel: '23栋',
})

const told = (change: Partial<Told> = {}): Told => ({
  id: 'a.23',
  version: 3,
  state: 'nominated',
  kind: 'head',
  method: 'elected',
  name: '温师傅',
  buildingId: 'JX-023',
  buildingLabel: '23栋',
  from: null,
  to: null,
  nominatedAt: NOON - 86_400_000,
  publicUntil: NOON + 86_400_000,
  basis: 'residence',
  basisWords: '',
  objections: [],
  note: '',
  reason: '',
  ending: null,
  hearing: null,
  handover: null,
  may: [],
  ...change,
})

const staff = (role: Role) => ({
  ...li,
  offices: [{ role, gridPath: '441302010.001.005', gridName: '金兴街网格', buildingId: null }],
})

const send = async (name: string) => {
  const button = within(screen.getByRole('dialog')).getByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}

test('a head of two houses looks at one at a time, and passes a notice on in that one', async () => {
  signedInAs(li)
  const passed: string[] = []
  serverAnswers({
    'heads.mine': () =>
      mine({ buildings: [house(), house({ buildingId: 'JX-024', label: '24栋', open: 0 })] }),
    'residences.waiting': () => ({ items: [] }),
    'notices.to_pass': () => ({
      items: ['JX-023', 'JX-024'].filter((id) => !passed.includes(id)).map(notice),
    }),
    'notices.pass_on': ({ buildingId }: { buildingId: string }) => {
      passed.push(buildingId)
      return { done: true }
    },
  })
  show(HousesPage)
  expect(await screen.findByText('2件等您')).toBeInTheDocument()
  await press('24栋')
  expect(await screen.findByText('没有等您办的')).toBeInTheDocument()
  await press('看过了，传到户了，周六停水')
  await waitFor(() => expect(screen.queryByText('周六停水')).toBeNull())
  expect(sentTo('notices.pass_on')).toEqual([{ id: 'n1', buildingId: 'JX-024' }])
  await press('23栋')
  expect(await screen.findByText('周六停水')).toBeInTheDocument()
})

test('who heads no house is told how one becomes a head', async () => {
  signedInAs(li)
  serverAnswers({ 'heads.mine': () => mine({ buildings: [] }) })
  show(HousesPage)
  expect(await screen.findByText('您还不是楼栋长')).toBeInTheDocument()
})

test('without a network the workbench says so', async () => {
  signedInAs(li)
  serverAnswers({ 'heads.mine': () => 'OFFLINE' })
  show(HousesPage)
  expect(await screen.findByText('没网了', undefined, { timeout: 8_000 })).toBeInTheDocument()
})

test('nobody says against a head without words; what was typed stays when the publicity is over by now', async () => {
  signedInAs(li)
  serverAnswers({ 'heads.get': () => told({ may: ['object'] }), 'heads.object': () => 'NOT_IN_THIS_STATE' })
  show(AppointmentPage, { id: 'a.23' })
  await screen.findByText('23栋楼栋长：温师傅')
  await press('我有意见')
  await send('我有意见')
  expect(sentTo('heads.object')).toEqual([])
  await type('step-words', '他常年不在这边住')
  await send('我有意见')
  expect(sentTo('heads.object')).toEqual([{ id: 'a.23', version: 3, words: '他常年不在这边住' }])
  expect(await screen.findByText(refusals.NOT_IN_THIS_STATE.title)).toBeInTheDocument()
  expect(screen.getByDisplayValue('他常年不在这边住')).toBeInTheDocument()
})

test.each<[Role, boolean]>([
  ['grid_staff', true],
  ['auditor', false],
])('%s: may propose a head: %s', async (role, may) => {
  signedInAs(staff(role))
  serverAnswers({ 'heads.list': () => ({ items: [], cursor: null, headless: 3 }) })
  show(HeadsPage)
  expect(await screen.findByText('还有3栋没有楼栋长')).toBeInTheDocument()
  expect(screen.queryAllByText('提名楼栋长').length > 0).toBe(may)
})

test('a resident reads no list of heads', async () => {
  signedInAs(li)
  serverAnswers({})
  show(HeadsPage)
  expect(screen.queryByText('在任和人选')).toBeNull()
  expect(sentTo('heads.list')).toEqual([])
})

test('a notice says in how many houses it was read', async () => {
  signedInAs(staff('community_staff'))
  const written = {
    id: 'n1',
    title: '周六停水',
    words: '停两小时',
    at: NOON,
    gridName: '金兴街网格',
    houses: 191,
    passed: 77,
  }
  serverAnswers({ 'notices.written': () => ({ items: [written], cursor: null }) })
  show(NoticesPage)
  expect(await screen.findByText('金兴街网格，191栋里77栋传到了')).toBeInTheDocument()
})
