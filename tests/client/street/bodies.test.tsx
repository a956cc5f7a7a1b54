import { screen, waitFor } from '@testing-library/react'
import BodiesPage from '../../../src/client/packages/street/bodies/index'
import BodyPage from '../../../src/client/packages/street/body/index'
import type { OutputOf } from '../../../src/contracts/operations'
import type { ListedKind } from '../../../src/core/council/body'
import type { Role } from '../../../src/core/people/actor'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li, type } from '../support/phone'
import { tap } from '../support/tap'

const GRID = '441302010.001.005'
type Shown = OutputOf<'bodies.show'>

const bodyOf = (kind: ListedKind): Shown['body'] => ({
  id: 'b1',
  name: '20号小区的会',
  gridPath: GRID,
  gridName: '金兴街网格',
  kind,
  house: null,
  chair: '温师傅',
  secretary: null,
})
const LINE: Shown['items'][number] = {
  id: 'l1',
  label: '1栋101',
  voter: '李先生',
  area: 983_501,
  movedOut: false,
  inOpenRoll: false,
}
const shownOf = (kind: ListedKind, items: Shown['items']): Shown => ({
  items,
  cursor: null,
  body: bodyOf(kind),
  totals: { units: items.length, known: 1, area: kind === 'owner' ? 983_501 : 0 },
})

const officer = (role: Role) =>
  signedInAs({ ...li, offices: [{ role, gridPath: GRID, gridName: '金兴街网格', buildingId: null }] })

const STRUCK = Date.parse('2026-11-03T10:00:00+08:00')

function openList(shown: Shown, refusal?: 'POLL_RUNNING') {
  officer('community_staff')
  serverAnswers({
    'bodies.show': () => shown,
    'bodies.struck': () => ({
      items: [{ id: 'l9', label: '1栋901', voter: '覃女士', reason: '房子卖了', struckAt: STRUCK }],
      cursor: null,
    }),
    'bodies.enter': () => ({ id: 'l2' }),
    'bodies.correct': () => refusal ?? { id: 'l1' },
    'bodies.strike': () => ({ id: 'l1' }),
    'people.find': () => ({ person: { personId: 'p.he', name: '何晓燕' } }),
  })
  show(BodyPage, { id: 'b1' })
}

test('a body is founded with its chair and its secretary, each found by the whole number', async () => {
  officer('community_staff')
  serverAnswers({
    'bodies.list': () => ({ items: [] }),
    'places.grid': () => 'NOT_FOUND',
    'people.find': ({ phone }) =>
      phone === '10000000001'
        ? { person: { personId: 'p.he', name: '何晓燕' } }
        : { person: { personId: 'p.zeng', name: '曾小云' } },
    'bodies.found': () => ({ id: 'b1' }),
  })
  show(BodiesPage)
  expect(await screen.findByText('这里还没有这样的会')).toBeInTheDocument()
  await tap('成立一个会')
  await tap('成立一个会')
  expect(await screen.findByText('先找到召集人')).toBeInTheDocument()
  expect(sentTo('bodies.found')).toEqual([])
  await type('body-name', '20号小区业主大会')
  await tap('业主', 'radio')
  await type('find-phone', '10000000001')
  await tap('找这个人')
  await screen.findByText('何晓燕')
  await type('find-phone', '10000000002')
  await tap('找这个人')
  await screen.findByText('曾小云')
  await tap('成立一个会')
  await waitFor(() =>
    expect(sentTo('bodies.found')).toEqual([
      {
        name: '20号小区业主大会',
        gridPath: GRID,
        buildingId: null,
        kind: 'owner',
        chairId: 'p.he',
        secretaryId: 'p.zeng',
      },
    ]),
  )
})

test('a body is founded without a secretary, too, and one who has both is read out with both', async () => {
  officer('community_staff')
  const totals = { units: 0, known: 0, area: 0 }
  serverAnswers({
    'bodies.list': () => ({ items: [{ ...bodyOf('household'), secretary: '曾小云', totals }] }),
    'places.grid': () => 'NOT_FOUND',
    'people.find': () => ({ person: { personId: 'p.he', name: '何晓燕' } }),
    'bodies.found': () => 'DUTIES_APART',
  })
  show(BodiesPage)
  expect(
    await screen.findByText('金兴街网格，召集人温师傅，秘书曾小云，0户，0户知道谁来投'),
  ).toBeInTheDocument()
  await tap('成立一个会')
  await type('body-name', '20号小区户代表会议')
  await type('find-phone', '10000000001')
  await tap('找这个人')
  await screen.findByText('秘书（可以先不定）')
  await tap('成立一个会')
  await waitFor(() =>
    expect(sentTo('bodies.found')).toEqual([expect.objectContaining({ secretaryId: null })]),
  )
  expect(await screen.findByText('这两样不能一人兼')).toBeInTheDocument()
})

test('grid staff found the body of one house: of its households or residents, the house chosen on the plan', async () => {
  officer('grid_staff')
  const house = {
    ...{ id: 'jx-12', no: 12, label: '12栋', gridPath: `${GRID}.01`, estateId: 'jx', col: 0, row: 0 },
    ...{ point: { latE6: 1, lngE6: 1 }, plate: 'ok' as const, open: 0 },
  }
  serverAnswers({
    'bodies.list': () => ({ items: [] }),
    'places.estates': () => ({
      estates: [{ id: 'jx', name: '20号小区', gridPath: GRID, buildings: 1, ownersCommittee: false }],
    }),
    'places.estate': () => ({ estateId: 'jx', name: '20号小区', gridPath: GRID, buildings: [house] }),
    'people.find': () => ({ person: { personId: 'p.he', name: '何晓燕' } }),
    'bodies.found': () => ({ id: 'b2' }),
  })
  show(BodiesPage)
  await tap('成立一个会')
  expect(await screen.findByRole('radio', { name: '户' })).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '业主' })).toBeNull()
  expect(screen.queryByRole('radio', { name: '整个地方' })).toBeNull()
  await type('body-name', '12栋居民会')
  await tap('居民', 'radio')
  await type('find-phone', '10000000001')
  await tap('找这个人')
  await screen.findByText('何晓燕')
  await tap('成立一个会')
  expect(await screen.findByText('在图上选一栋')).toBeInTheDocument()
  await tap(/^12栋/)
  expect(await screen.findByText('哪一栋：12栋')).toBeInTheDocument()
  await tap('成立一个会')
  await waitFor(() =>
    expect(sentTo('bodies.found')).toEqual([
      {
        ...{ name: '12栋居民会', gridPath: GRID, buildingId: 'jx-12', kind: 'person' },
        ...{ chairId: 'p.he', secretaryId: null },
      },
    ]),
  )
})

test('what was struck stands below with who voted for it, the day and the reason', async () => {
  openList(shownOf('household', [{ ...LINE, area: null }]))
  expect(await screen.findByText('1栋901，覃女士')).toBeInTheDocument()
  expect(screen.getByText('2026年11月3日：房子卖了')).toBeInTheDocument()
})

test('a household whose speaker has moved out of the house says so to who keeps the list', async () => {
  openList(shownOf('household', [{ ...LINE, area: null, movedOut: true }]))
  expect(await screen.findByText('李先生，不住这一栋了，换一位再投')).toBeInTheDocument()
})

test('whoever keeps no lists is told so', async () => {
  officer('head')
  serverAnswers({})
  show(BodiesPage)
  expect(screen.queryByText('成立一个会')).toBeNull()
  expect(sentTo('bodies.list')).toEqual([])
})

test('the list says its exact sum, and an owner is entered with a share to the square centimetre', async () => {
  openList(shownOf('owner', [LINE]))
  expect(await screen.findByText('1套，1套知道谁来投，一共98.3501平方米')).toBeInTheDocument()
  expect(screen.getByText('李先生，98.3501平方米')).toBeInTheDocument()
  await tap('添一行')
  await type('line-label', '1栋201')
  await type('line-area', '九十八')
  await tap('就这样')
  expect(await screen.findByText('写成98.35这样，要比0大')).toBeInTheDocument()
  expect(sentTo('bodies.enter')).toEqual([])
  await type('line-area', '120.5')
  await tap('就这样')
  await waitFor(() =>
    expect(sentTo('bodies.enter')).toEqual([
      { councilId: 'b1', label: '1栋201', area: 1_205_000, personId: null },
    ]),
  )
})

test('a line is corrected without asking anew who votes for it', async () => {
  openList(shownOf('owner', [LINE]))
  await tap(/^1栋101/)
  await type('line-label', '1栋102')
  await tap('就这样')
  await waitFor(() =>
    expect(sentTo('bodies.correct')).toEqual([{ id: 'l1', label: '1栋102', area: 983_501 }]),
  )
})

test('while a poll is open whoever votes for a unit stays, and it is not struck', async () => {
  openList(shownOf('household', [{ ...LINE, area: null, inOpenRoll: true }]))
  expect(await screen.findByText('李先生，正在投票')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^划去/ })).toBeNull()
  await tap(/^1栋101/)
  expect(await screen.findByText('正在投票，谁来投、划去，都等投完再改。')).toBeInTheDocument()
})

test('a line is struck with a reason', async () => {
  openList(shownOf('household', [{ ...LINE, area: null }]))
  await tap('划去，1栋101')
  await tap('划去')
  expect(sentTo('bodies.strike')).toEqual([])
  await type('strike-reason', '房子卖了')
  await tap('划去')
  await waitFor(() => expect(sentTo('bodies.strike')).toEqual([{ id: 'l1', reason: '房子卖了' }]))
})

test('many lines are pasted at once; what is wrong with which stands below, and all stay until they are right', async () => {
  officer('community_staff')
  let times = 0
  serverAnswers({
    'bodies.show': () => shownOf('household', [{ ...LINE, area: null }]),
    'bodies.struck': () => ({ items: [], cursor: null }),
    'bodies.enterAll': () => {
      times += 1
      return times === 1
        ? { entered: 0, same: 0, problems: [{ row: 2, problem: 'unknown_person' as const }] }
        : { entered: 2, same: 0, problems: [] }
    },
  })
  show(BodyPage, { id: 'b1' })
  await tap('一次添很多行')
  await tap('就这样')
  expect(await screen.findByText('还没有粘贴')).toBeInTheDocument()
  await type('paste-lines', '1栋201\n1栋301 13911111111')
  await tap('就这样')
  expect(await screen.findByText('第2行：这个手机号没登记过')).toBeInTheDocument()
  expect(screen.getByText('1行不行，一行也没添')).toBeInTheDocument()
  await type('paste-lines', '1栋201\n1栋301')
  await tap('就这样')
  await waitFor(() => expect(screen.queryByText('粘贴在这里')).toBeNull())
  expect(sentTo('bodies.enterAll')).toEqual([
    { councilId: 'b1', text: '1栋201\n1栋301 13911111111' },
    { councilId: 'b1', text: '1栋201\n1栋301' },
  ])
})
