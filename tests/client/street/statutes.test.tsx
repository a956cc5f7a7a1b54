import { screen, waitFor } from '@testing-library/react'
import StatutesPage from '../../../src/client/packages/street/statutes/index'
import type { OutputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

type Statute = OutputOf<'statutes.list'>['items'][number]

const CONFIRMED: Statute = {
  rule: 'owners_general',
  body: 'owner',
  ofHundred: { quorum: 67, forAtQuorum: 34, forAtFull: 51 },
  confirmed: {
    id: 's1',
    version: 1,
    source: '《民法典》第二百七十八条',
    sourceDate: '2021-01-01',
    by: ['钟慧敏', '叶立群'],
    at: 1_700_000_000_000,
  },
  off: null,
  waiting: null,
}
const OFF: Statute = {
  ...CONFIRMED,
  confirmed: null,
  off: {
    version: 1,
    source: '《民法典》第二百七十八条',
    by: '钟慧敏',
    at: 1_700_000_000_000,
    reason: '新的条文下个月施行',
  },
}

function open(role: Role, items: Statute[]) {
  signedInAs({ ...li, offices: [{ role, gridPath: '441302010', gridName: '小金口', buildingId: null }] })
  serverAnswers({ 'statutes.list': () => ({ items }), 'statutes.switchOff': () => ({ id: 's1' }) })
  show(StatutesPage)
}

test('an official of the street switches a confirmed rule off, and says why', async () => {
  open('street_admin', [CONFIRMED])
  await tap('停用这条规则')
  expect(await screen.findByText(/正在投的照开投时的规则投完/)).toBeInTheDocument()
  await type('statute-off-reason', '新的条文下个月施行')
  await tap('停用这条规则')
  await waitFor(() =>
    expect(sentTo('statutes.switchOff')).toMatchObject([{ id: 's1', reason: '新的条文下个月施行' }]),
  )
})

test('everybody reads that a rule is off and why; nobody but the street has a button', async () => {
  open('grid_staff', [OFF, { ...CONFIRMED, rule: 'owners_major' }])
  expect(await screen.findByText(/第1版停用了，不能开投.*新的条文下个月施行/)).toBeInTheDocument()
  expect(screen.getByText(/^钟慧敏停用，/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '停用这条规则' })).toBeNull()
})
