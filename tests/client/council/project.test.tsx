import { screen } from '@testing-library/react'
import ProjectPage from '../../../src/client/packages/council/project/index'
import type { OutputOf } from '../../../src/contracts/operations'
import { PROJECT_STATES } from '../../../src/core/council/project'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { DAY, li, MORNING } from '../support/making'
import { press } from '../support/phone'

type Project = OutputOf<'projects.get'>

const aProject = (more: Partial<Project> = {}): Project => ({
  id: 'project.1',
  version: 4,
  title: '临时号牌',
  state: 'running',
  who: '网格员',
  note: '',
  budgetFen: 144_000,
  milestones: [
    { title: '核一遍', dueAt: MORNING, doneAt: MORNING - DAY },
    { title: '做牌', dueAt: MORNING + DAY, doneAt: null },
  ],
  motion: { id: 'motion.1', title: '先挂临时号牌' },
  concern: { id: 'c1', title: '好些楼没有门牌' },
  before: [],
  after: [],
  money: {
    in: 144_000,
    out: 0,
    left: 144_000,
    lines: [
      line({ seq: 1, direction: 'in', fen: 144_000, words: '公共收益' }),
      line({ seq: 2, direction: 'out', fen: 6_000, words: '螺丝', reversed: true }),
      line({ seq: 3, direction: 'in', fen: 6_000, words: '多记了', reverses: 2 }),
    ],
  },
  acceptedBy: [],
  returnedBy: [],
  needed: 3,
  publicUntil: null,
  timeline: [],
  unitKind: 'building',
  toSign: [],
  may: [],
  mayRun: false,
  ...more,
})

function line(more: Partial<Project['money']['lines'][number]>): Project['money']['lines'][number] {
  return {
    seq: 1,
    direction: 'in',
    source: 'collective',
    fen: 1,
    words: '',
    by: '周国梁',
    at: MORNING,
    reverses: null,
    reversed: false,
    ...more,
  }
}

test.each(PROJECT_STATES)(
  'a project that is %s has a page a guest can read, with its money and its way back',
  async (state) => {
    const nodes = [
      {
        kind: 'concern' as const,
        id: 'c1',
        title: '好些楼没有门牌',
        state: 'struck' as const,
        at: MORNING - 9 * DAY,
      },
      { kind: 'project' as const, id: 'project.1', title: '临时号牌', state: 'doing' as const, at: MORNING },
    ]
    serverAnswers({ 'projects.get': () => aProject({ state }), 'lists.chain': () => ({ nodes }) })
    show(ProjectPage, { id: 'project.1' })
    expect((await screen.findAllByText('临时号牌')).length).toBeGreaterThan(0)
    expect(screen.getByText('收1440元，支0元，还剩1440元')).toBeInTheDocument()
    expect(screen.getByText('冲正第2笔，收60元，多记了')).toBeInTheDocument()
    expect(screen.getByText(/第2笔，集体，周国梁.*已冲正/)).toBeInTheDocument()
    expect(await screen.findByText('好些楼没有门牌')).toBeInTheDocument()
    expect(screen.queryByText('记一笔')).toBeNull()
  },
)

test('a head signs for his house with one tap, or says what is not done', async () => {
  signedInAs(li())
  serverAnswers({
    'projects.get': () => aProject({ state: 'to_accept', toSign: [{ unitId: 'JX-044', label: '44栋' }] }),
    'projects.sign': () => ({ id: 'project.1', version: 5 }),
  })
  show(ProjectPage, { id: 'project.1' })
  expect(await screen.findByText('0栋说做好了，满3栋通过')).toBeInTheDocument()
  await press('44栋：做好了')
  expect(sentTo('projects.sign')).toEqual([{ id: 'project.1', unitId: 'JX-044', good: true, words: '' }])
})

test('whoever runs it reaches the next step, and sees no line of the account he could change', async () => {
  signedInAs(li())
  serverAnswers({
    'projects.get': () => aProject({ may: ['reach', 'finish'], mayRun: true }),
    'projects.reach': () => ({ id: 'project.1', version: 5 }),
  })
  show(ProjectPage, { id: 'project.1' })
  await screen.findByRole('button', { name: '做完了：做牌' })
  await press('做完了：做牌')
  expect(sentTo('projects.reach')).toEqual([{ id: 'project.1', version: 4, place: 1 }])
  expect(screen.getByRole('button', { name: '冲正第1笔' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '冲正第2笔' })).toBeNull()
})
