import { screen } from '@testing-library/react'
import OfficesPage from '../../../src/client/packages/street/offices/index'
import type { OutputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const STREET = '441302010'
const COMMUNITY = `${STREET}.001`
const GRID = `${COMMUNITY}.005`

const GRIDS: Record<string, OutputOf<'places.grid'>['parts']> = {
  [STREET]: [{ gridPath: COMMUNITY, level: 1, name: '小金口社区' }],
  [COMMUNITY]: [{ gridPath: GRID, level: 2, name: '金兴街网格' }],
}
const gridOf = ({ gridPath }: { gridPath: string }): OutputOf<'places.grid'> => ({
  gridPath,
  level: 0,
  name: '小金口',
  chain: [],
  parts: GRIDS[gridPath] ?? [],
  residents: 0,
  buildings: 0,
  heads: 0,
  seats: [],
  open: 0,
  overdue: 0,
})

function open(role: Role, gridPath: string) {
  signedInAs({ ...li, offices: [{ role, gridPath, gridName: '小金口', buildingId: null }], isStaff: true })
  serverAnswers({
    'offices.list': () => ({ items: [], cursor: null, waiting: [] }),
    'people.find': () => ({ person: { personId: 'p.he', name: '何晓燕' } }),
    'places.departments': () => ({
      departments: [
        { id: 'water', name: '自来水公司', level: 'street', kind: 'other', phone: null, duties: '' },
      ],
    }),
    'places.grid': gridOf,
    'offices.assign': () => ({ id: 'g1', waits: false }),
  })
  show(OfficesPage)
}

/** 任命, and the person is found by his number. */
async function find() {
  await tap('任命')
  await type('find-phone', '10000000001')
  await tap('找这个人')
  await screen.findByText('何晓燕')
}

test('a deputy is given to a grid chosen by name', async () => {
  open('community_staff', COMMUNITY)
  await find()
  await tap('副网格长')
  await tap('金兴街网格')
  await tap('任命')
  expect(sentTo('offices.assign')).toMatchObject([{ role: 'grid_head', acting: true, gridPath: GRID }])
})

test('a seat without a grid is not sent', async () => {
  open('community_staff', COMMUNITY)
  await find()
  await tap('网格员')
  await tap('任命')
  expect(await screen.findByText('再选在哪个网格')).toBeInTheDocument()
  expect(sentTo('offices.assign')).toEqual([])
})

test('the street names the handler of a department', async () => {
  open('street_admin', STREET)
  await find()
  await tap('部门经办人')
  await tap('自来水公司')
  await tap('任命')
  expect(sentTo('offices.assign')).toMatchObject([
    { role: 'department', departmentId: 'water', gridPath: STREET },
  ])
})
