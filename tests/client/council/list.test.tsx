import { screen } from '@testing-library/react'
import CouncilPage from '../../../src/client/packages/council/list/index'
import { serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/phone'

test('whose place was struck from the list of a body reads there when and why', async () => {
  signedInAs(li)
  serverAnswers({
    'councils.show': () => ({
      council: {
        ...{ id: 'b1', name: '12栋户代表会', gridPath: '441302010.001.005.01', units: 12, represented: 11 },
        ...{ chair: '覃女士', secretary: null, unitKind: 'household', rules: [], statutes: [] },
        ...{ open: 0, done: 0, toVote: 0, mayPropose: false, standsFor: [], others: [] },
        struck: [
          {
            ...{ label: '12栋302', reason: '302和303并成一户了' },
            struckAt: Date.parse('2026-11-03T10:00:00+08:00'),
          },
        ],
      },
    }),
    'motions.list': () => ({ items: [], cursor: null }),
    'projects.list': () => ({ items: [], cursor: null }),
    'ballots.mine': () => ({ items: [], cursor: null }),
  })
  show(CouncilPage, { id: 'b1' })
  expect(await screen.findByText('12栋302从名册里划去了')).toBeInTheDocument()
  expect(screen.getByText('2026年11月3日：302和303并成一户了')).toBeInTheDocument()
  expect(screen.getByText('12户，11户知道谁来投')).toBeInTheDocument()
})
