import { screen, waitFor } from '@testing-library/react'
import HeadsPage from '../../../src/client/packages/staff/heads/index'
import type { OutputOf } from '../../../src/contracts/operations'
import type { Role } from '../../../src/core/people/actor'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const COMMUNITY = '441302010.001'
const GRIDS = [
  { gridPath: `${COMMUNITY}.005`, level: 2 as const, name: '金兴街网格' },
  { gridPath: `${COMMUNITY}.006`, level: 2 as const, name: '金口大道网格' },
]

const grid: OutputOf<'places.grid'> = {
  gridPath: COMMUNITY,
  level: 1,
  name: '小金口社区',
  chain: [],
  parts: GRIDS,
  residents: 0,
  buildings: 0,
  heads: 0,
  seats: [],
  open: 0,
  overdue: 0,
}

const estateOf = (estateId: string): OutputOf<'places.estate'> => ({
  estateId,
  name: estateId === 'jx' ? '20号小区' : '金都雅苑',
  gridPath: COMMUNITY,
  buildings: [
    {
      id: `${estateId}-1`,
      no: 1,
      label: '1栋',
      gridPath: `${COMMUNITY}.005.01`,
      estateId,
      point: { latE6: 1, lngE6: 1 },
      col: 0,
      row: 0,
      plate: 'ok',
      open: 0,
    },
  ],
})

function open(role: Role, gridPath: string) {
  signedInAs({
    ...li,
    offices: [{ role, gridPath, gridName: '小金口社区', buildingId: null }],
    isStaff: true,
  })
  serverAnswers({
    'heads.list': () => ({ items: [], cursor: null, headless: 0 }),
    'places.grid': () => grid,
    'places.estates': () => ({
      estates: ['jx', 'jd'].map((id) => ({
        id,
        name: estateOf(id).name,
        gridPath: COMMUNITY,
        buildings: 1,
        ownersCommittee: false,
      })),
    }),
    'places.estate': ({ estateId }: { estateId: string }) => estateOf(estateId),
    'people.find': () => ({ person: { personId: 'p.owner', name: '房东王' } }),
    'heads.nominate': () => ({ id: 'a1', version: 1 }),
  })
  show(HeadsPage)
}

test('community staff see every grid of theirs, and one of them by itself', async () => {
  open('community_staff', COMMUNITY)
  await tap('金口大道网格')
  await waitFor(() =>
    expect(sentTo('heads.list')).toEqual([
      { gridPath: COMMUNITY, cursor: null },
      { gridPath: `${COMMUNITY}.006`, cursor: null },
    ]),
  )
})

test('an owner who lives elsewhere is proposed by his number, with the paper that was seen, in any estate', async () => {
  open('grid_staff', `${COMMUNITY}.005`)
  await tap('提名楼栋长')
  await tap('金都雅苑')
  await tap(/^1栋/)
  await tap('房东', 'radio')
  await type('find-phone', '10000000001')
  await tap('找这个人')
  await screen.findByText('房东王')
  await tap('提名')
  expect(await screen.findByText('写明看了什么证明')).toBeInTheDocument()
  await type('propose-basis', '看过房产证')
  await tap('提名')
  await waitFor(() =>
    expect(sentTo('heads.nominate')).toMatchObject([
      { buildingId: 'jd-1', personId: 'p.owner', basis: 'owner', basisWords: '看过房产证' },
    ]),
  )
})
