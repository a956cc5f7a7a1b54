import { balanceOf, type MoneyLine, whyNotEnterMoney, whyNotReverse } from '../../../src/core/council/ledger'
import { decideMotion } from '../../../src/core/council/motion-machine'
import { type Project, type ProjectStep, step, whyNotSign } from '../../../src/core/council/project'
import { headOf, motionIn, situation } from './making'

const NOW = Date.UTC(2026, 10, 27, 4)

const project = (more: Partial<Project> = {}): Project => ({
  id: 'j1',
  streetId: '441302010',
  motionId: 'm9',
  councilId: 'c',
  gridPath: '441302010.001.005',
  title: '坡道',
  who: '网格员',
  budgetFen: 300_000,
  milestones: [{ title: '做模板', dueAt: NOW, doneAt: null }],
  state: 'planned',
  note: '',
  ...more,
})
const facts = { now: NOW, comeFen: 300_000, hasBefore: true, hasAfter: true }
const stateAfter = (from: Project, event: ProjectStep, differently: Partial<typeof facts> = {}) => {
  const taken = step(from, event, { ...facts, ...differently })
  return taken.ok ? taken.value.state : taken.refusal
}

describe('a project', () => {
  test('is funded once all the money has come, and begins with a photo of how it was', () => {
    expect(stateAfter(project(), { kind: 'fund' }, { comeFen: 299_999 })).toBe('LEDGER_SHORT')
    expect(stateAfter(project(), { kind: 'fund' })).toBe('funded')
    expect(stateAfter(project({ state: 'funded' }), { kind: 'start' }, { hasBefore: false })).toBe(
      'PHOTO_REQUIRED',
    )
    expect(stateAfter(project({ state: 'funded' }), { kind: 'start' })).toBe('running')
    expect(stateAfter(project(), { kind: 'start' })).toBe('NOT_IN_THIS_STATE')
  })

  test('is called done when every step is, with a photo of how it is now', () => {
    const running = project({ state: 'running' })
    const finish = { kind: 'finish', note: '坡道做好了' } as const
    expect(stateAfter(running, finish)).toBe('MILESTONES_OPEN')
    const reached = step(running, { kind: 'reach', place: 0 }, facts)
    if (!reached.ok) throw new Error(reached.refusal)
    expect(stateAfter(reached.value, { kind: 'reach', place: 0 })).toBe('NOT_IN_THIS_STATE')
    expect(stateAfter(reached.value, { kind: 'reach', place: 7 })).toBe('NOT_FOUND')
    expect(stateAfter(reached.value, finish, { hasAfter: false })).toBe('PHOTO_REQUIRED')
    expect(stateAfter(reached.value, finish)).toBe('to_accept')
    expect(whyNotSign(running)).toBe('NOT_IN_THIS_STATE')
  })

  test('is accepted by three houses; three that send it back begin the signing anew; no house signs twice', () => {
    const sign = (motion: ReturnType<typeof motionIn>, no: number, good: boolean) => {
      const unitId = `JX-${no}`
      const event = good
        ? { kind: 'accept' as const, unitId }
        : { kind: 'send_back' as const, unitId, note: '漏水' }
      const decided = decideMotion(event, situation(motion, headOf(unitId)))
      if (!decided.ok) throw new Error(decided.refusal)
      return decided.value.motion
    }
    const begun = motionIn('implementing')
    const accepted = [1, 2, 3].reduce((motion, no) => sign(motion, no, true), begun)
    expect(accepted.state).toBe('result_publicity')
    const back = [2, 3, 4].reduce((motion, no) => sign(motion, no, false), sign(begun, 1, true))
    expect(back).toMatchObject({ state: 'implementing', acceptedBy: [], returnedBy: [] })
    expect(() => sign(sign(begun, 1, true), 1, false)).toThrow('NOT_IN_THIS_STATE')
  })
})

describe('the public ledger', () => {
  const line = (
    seq: number,
    direction: 'in' | 'out',
    fen: number,
    reverses: number | null = null,
  ): MoneyLine => ({
    seq,
    direction,
    fen,
    reverses,
  })

  test('counts whole 分, and a line that was taken back not at all', () => {
    const lines = [line(1, 'in', 300_000), line(2, 'out', 120_050), line(3, 'in', 120_050, 2)]
    expect(balanceOf(lines)).toEqual({ in: 300_000, out: 0, left: 300_000 })
  })

  test('spends nothing that has not come', () => {
    const lines = [line(1, 'in', 100)]
    expect(whyNotEnterMoney(lines, { direction: 'out', fen: 101 })).toBe('LEDGER_SHORT')
    expect(whyNotEnterMoney(lines, { direction: 'out', fen: 100 })).toBeNull()
  })

  test('takes a line back once, never a reversal, and never money that is spent', () => {
    const lines = [line(1, 'in', 100), line(2, 'out', 60), line(3, 'in', 60, 2), line(4, 'out', 50)]
    expect(whyNotReverse(lines, 9)).toBe('NOT_FOUND')
    expect(whyNotReverse(lines, 2)).toBe('NOT_IN_THIS_STATE')
    expect(whyNotReverse(lines, 3)).toBe('NOT_IN_THIS_STATE')
    expect(whyNotReverse(lines, 1)).toBe('LEDGER_SHORT')
    expect(whyNotReverse(lines, 4)).toBeNull()
  })
})
