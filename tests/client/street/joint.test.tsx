import { screen, waitFor } from '@testing-library/react'
import JointPage from '../../../src/client/packages/street/joint/index'
import JointMatterPage from '../../../src/client/packages/street/joint-matter/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const MATTER: OutputOf<'joint.get'> = {
  id: 'm1',
  estateName: '20号小区',
  subject: '集中充电棚',
  owners: 'council',
  state: 'open',
  openedAt: Date.now() - 1,
  dueAt: Date.now() + 86_400_000,
  closedAt: null,
  overdue: false,
  signed: ['party_committee'],
  version: 2,
  gridName: '金兴街网格',
  parties: [
    { party: 'party_committee', duty: '定选址', signed: { name: '周国梁', at: Date.now() - 1, note: '' } },
    { party: 'residents_committee', duty: '跟施工', signed: null },
    { party: 'owners', duty: '告知租户', signed: null },
  ],
  timeline: [{ seq: 1, kind: 'open', at: Date.now() - 1, by: '何晓燕', party: null, words: '' }],
  mayFor: [],
  mayCancel: false,
}

test('everybody reads who has signed, and that the council stands for the owners here', async () => {
  serverAnswers({ 'joint.get': () => MATTER })
  show(JointMatterPage, { id: 'm1' })
  expect(await screen.findByText('楼栋长议事会：告知租户')).toBeInTheDocument()
  expect(screen.getByText(/这里没有业委会/)).toBeInTheDocument()
  expect(screen.getByText('3方签了1方')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /签字/ })).toBeNull()
})

test('a head signs for the council; returning it needs a reason', async () => {
  signedInAs(li)
  serverAnswers({
    'joint.get': () => ({ ...MATTER, mayFor: ['owners'] }),
    'joint.sign': () => ({ id: 'm1', version: 3 }),
  })
  show(JointMatterPage, { id: 'm1' })
  await tap('代表楼栋长议事会退回')
  await tap('代表楼栋长议事会退回')
  expect(sentTo('joint.return')).toEqual([])
  await tap('先不了')
  await tap('代表楼栋长议事会签字')
  await tap('代表楼栋长议事会签字')
  expect(sentTo('joint.sign')).toEqual([{ id: 'm1', version: 2, party: 'owners', note: '' }])
})

test('the community opens a matter in one of its estates, and the third party is named as it is', async () => {
  const office = {
    role: 'community_staff' as const,
    gridPath: '441302010.001',
    gridName: '小金口社区',
    buildingId: null,
  }
  signedInAs({ ...li, offices: [office] })
  const estate = (id: string, name: string, gridPath: string) => ({
    id,
    name,
    gridPath,
    buildings: 1,
    ownersCommittee: false,
  })
  serverAnswers({
    'joint.list': () => ({ items: [], cursor: null }),
    'places.estates': () => ({
      estates: [estate('jx', '20号小区', '441302010.001.005'), estate('jd', '金都雅苑', '441302010.004.001')],
    }),
    'joint.open': () => ({ id: 'm2', version: 1 }),
  })
  show(JointPage)
  await tap('发起一件')
  await tap('20号小区')
  expect(screen.queryByText('金都雅苑')).toBeNull()
  expect(screen.getByText('楼栋长议事会做什么')).toBeInTheDocument()
  await tap('发起')
  expect(await screen.findByText('把事情和三方各做什么都写上')).toBeInTheDocument()
  await type('joint-subject', '集中充电棚')
  for (const party of ['party_committee', 'residents_committee', 'owners'])
    await type(`joint-${party}`, '各做各的')
  await tap('发起')
  await waitFor(() => expect(sentTo('joint.open')).toMatchObject([{ estateId: 'jx', subject: '集中充电棚' }]))
})
