import { act, fireEvent, screen, within } from '@testing-library/react'
import HardshipPage from '../../../src/client/packages/care/hardship/index'
import HardshipsPage from '../../../src/client/packages/care/hardships/index'
import PairingsPage from '../../../src/client/packages/care/list/index'
import {
  missingIn as missingInReport,
  BLANK as NO_REPORT,
  reportOf,
} from '../../../src/client/packages/care/mine/report'
import PairingPage from '../../../src/client/packages/care/pairing/index'
import { BLANK, missingIn, proposalOf } from '../../../src/client/packages/care/propose/draft'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/making'
import { press } from '../support/phone'
import { aCase, aPairing } from './making'

const SECRETARY = li({
  offices: [
    { role: 'secretary', gridPath: '441302010.001.005', buildingId: null, departmentId: null, where: '' },
  ] as never,
})

beforeEach(() => signedInAs(li()))

test('a household reads what its yes means, and gives it with one tap', async () => {
  let state: 'proposed' | 'active' = 'proposed'
  serverAnswers({
    'pairings.get': () =>
      aPairing({ state, mine: 'household', may: state === 'proposed' ? ['consent'] : ['end'] }),
    'pairings.consent': () => {
      state = 'active'
      return { id: 'pair.1', version: 3 }
    },
  })
  show(PairingPage, { id: 'pair.1' })
  expect(await screen.findByText(/您随时可以不要，不用说理由/)).toBeInTheDocument()
  await press('同意，请他来')
  expect(await screen.findByText('结着对')).toBeInTheDocument()
  expect(sentTo('pairings.consent')).toEqual([{ id: 'pair.1', version: 2 }])
})

test('what a visit’s note says is not on the page before somebody has said why he reads it', async () => {
  serverAnswers({
    'pairings.get': () =>
      aPairing({ may: ['read_notes'], visits: [{ id: 'v1', day: 20_779, confirmed: true, note: null }] }),
    'pairings.read_notes': () => ({
      notes: [{ visitId: 'v1', day: 20_779, note: '血压药还有半个月' }],
      slips: [],
      witness: '',
    }),
  })
  show(PairingPage, { id: 'pair.1' })
  await screen.findByText('9栋，陈女士去看')
  await press('看走访记录')
  const sheet = within(await screen.findByRole('dialog', { name: '看走访记录' }))
  const tap = (name: string) =>
    act(async () => {
      fireEvent.click(sheet.getByRole('button', { name }))
    })
  await tap('看走访记录')
  expect(await sheet.findByText('写明为什么看，至少2个字')).toBeInTheDocument()
  await tap('看看近况')
  await tap('看走访记录')
  expect(await screen.findByText('血压药还有半个月')).toBeInTheDocument()
  expect(sentTo('pairings.read_notes')).toEqual([{ id: 'pair.1', reason: '看看近况' }])
})

test('who has no pairing is told what to do; the way to all cases is not his', async () => {
  const nothing = { items: [], cursor: null, arranges: false, proposes: false }
  serverAnswers({ 'pairings.list': () => nothing })
  show(PairingsPage)
  expect(await screen.findByText('您还没有结对')).toBeInTheDocument()
  expect(screen.queryByText('解困清单')).not.toBeInTheDocument()
})

test('the list of cases is for those who see to them, and names nobody', async () => {
  show(HardshipsPage)
  expect(await screen.findByText('这件事不归您办')).toBeInTheDocument()
})

test('a case asks why before it shows anything, and after a step is read anew', async () => {
  signedInAs(SECRETARY)
  serverAnswers({
    'hardship.read': () => aCase({ may: ['strike'] }),
    'hardship.strike': () => ({ id: 'hard.1', version: 4 }),
  })
  show(HardshipPage, { id: 'hard.1' })
  expect(screen.queryByText('小蔡')).not.toBeInTheDocument()
  await press('看这一份')
  expect(await screen.findByText('写明为什么看，至少2个字')).toBeInTheDocument()
  await press('核实销号')
  await press('看这一份')
  expect(await screen.findByText('小蔡')).toBeInTheDocument()
  await press('销号')
  within(await screen.findByRole('dialog', { name: '销号' }))
    .getByRole('button', { name: '销号' })
    .click()
  await screen.findByText('小蔡')
  expect(sentTo('hardship.strike')).toEqual([{ id: 'hard.1', version: 3, words: '' }])
})

test('a proposal says what is missing, each beside its field', () => {
  expect(Object.keys(missingIn(BLANK)).sort()).toEqual(['buildingId', 'name', 'needs'])
  expect(proposalOf(BLANK, { kind: 'none' })).toBeUndefined()
  const whole = {
    ...BLANK,
    buildingId: 'JX-009',
    name: '罗阿姨',
    needs: ['company' as const],
    every: '14' as const,
  }
  expect(missingIn({ ...whole, phone: '123' })).toEqual({ phone: '号码是1开头、11位' })
  expect(proposalOf(whole, { kind: 'none' })).toMatchObject({ phone: null, visitEvery: 14, helperId: null })
})

test('a report leaves only with a yes of its own', () => {
  const told = { ...NO_REPORT, buildingId: 'JX-009', told: '药费太贵了' }
  expect(missingInReport(told)).toEqual({ agree: '要先点同意' })
  expect(reportOf(told)).toBeUndefined()
  expect(reportOf({ ...told, agreed: true })).toMatchObject({ neighbour: null, agreed: true })
  const forNeighbour = { ...told, agreed: true, whose: 'neighbour' as const }
  expect(missingInReport(forNeighbour)).toEqual({ name: '写上怎么称呼，至少2个字' })
})
