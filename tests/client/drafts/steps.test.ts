import fc from 'fast-check'
import type { Answer } from '../../../src/client/platform/transport'
import { type Draft, isOpenForChange, type Receipt, type Report } from '../../../src/client/stores/draft'
import { pauseAfter, stepDraft } from '../../../src/client/stores/draft-steps'

const NOW = 1_800_000_000_000

const blank = (): Draft => ({
  id: 'key-00000001',
  owner: 'p.li',
  startedAt: NOW,
  changedAt: NOW,
  touched: true,
  writing: {
    tile: 'light',
    kind: 'dark',
    where: { way: 'words', building: null, point: null, words: '榕树头' },
    title: null,
    detail: '',
    anonymous: false,
    channel: 'app',
    photos: [],
  },
  progress: { state: 'writing' },
})

const report = (detail: string): Report => ({
  category: 'LIGHT_BROKEN',
  title: '榕树头路灯不亮了',
  detail,
  place: { buildingId: null, point: null, words: '榕树头' },
  photoIds: [],
  anonymous: false,
  channel: 'app',
})

/** A server that remembers keys the way ours does, and refuses some words. */
function fakeServer() {
  const carriedOut = new Map<string, { input: string; receipt: Receipt }[]>()
  const submit = (key: string, input: Report): Answer<Receipt> => {
    const text = JSON.stringify(input)
    const before = carriedOut.get(key)?.[0]
    if (before && before.input !== text) return { ok: false, error: { code: 'DUPLICATE_COMMAND' } }
    if (before) return { ok: true, data: before.receipt }
    if (input.detail.includes('risky')) return { ok: false, error: { code: 'CONTENT_RISKY' } }
    const receipt = { id: `c${carriedOut.size}`, no: 'XJ2611230001', contactDueAt: NOW, held: false }
    carriedOut.set(key, [...(carriedOut.get(key) ?? []), { input: text, receipt }])
    return { ok: true, data: receipt }
  }
  return { submit, times: (key: string) => carriedOut.get(key)?.length ?? 0 }
}

type Mishap =
  | 'ok'
  | 'lost request'
  | 'lost answer'
  | 'kill before answer'
  | 'delivered twice'
  | 'half-started'

const OFFLINE: Answer<Receipt> = { ok: false, error: { code: 'OFFLINE' } }
const UNAVAILABLE: Answer<Receipt> = { ok: false, error: { code: 'UNAVAILABLE' } }

/** One attempt over a network that may do anything to it; what is left of the draft afterwards. */
function attempt(draft: Draft, server: ReturnType<typeof fakeServer>, mishap: Mishap): Draft {
  const sending = stepDraft(draft, { kind: 'attempt' })
  if (sending.progress.state !== 'sending') return sending
  const { report: input } = sending.progress
  const told = (answer: Answer<Receipt>) => stepDraft(sending, { kind: 'answer', answer, at: NOW })
  if (mishap === 'lost request') return told(OFFLINE)
  if (mishap === 'half-started') return told(UNAVAILABLE)
  const answer = server.submit(draft.id, input)
  if (mishap === 'lost answer') return told(OFFLINE)
  if (mishap === 'kill before answer') return sending
  if (mishap === 'delivered twice') server.submit(draft.id, input)
  return told(answer)
}

/** Only what was on storage survives; then the app starts again. */
const restart = (draft: Draft): Draft =>
  stepDraft(JSON.parse(JSON.stringify(draft)), { kind: 'wake', at: NOW })

const mishaps = fc.constantFrom<Mishap>(
  'ok',
  'lost request',
  'lost answer',
  'kill before answer',
  'delivered twice',
  'half-started',
)
const deeds = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('try' as const), mishap: mishaps }),
    fc.record({ do: fc.constant('write' as const), words: fc.constantFrom('灯不亮', 'risky', '三天了') }),
    fc.record({ do: fc.constant('restart' as const) }),
  ),
  { maxLength: 30 },
)

test('whatever happens to phone and network, a draft becomes a concern exactly once', () => {
  fc.assert(
    fc.property(deeds, (story) => {
      const server = fakeServer()
      const hand = (draft: Draft, detail: string) =>
        stepDraft(draft, { kind: 'hand-over', report: report(detail), at: NOW })
      let draft = hand(blank(), '灯不亮')
      for (const deed of story) {
        if (deed.do === 'try') draft = attempt(draft, server, deed.mishap)
        if (deed.do === 'restart') draft = restart(draft)
        if (deed.do === 'write' && isOpenForChange(draft)) {
          draft = stepDraft(draft, { kind: 'write', change: { detail: deed.words }, at: NOW })
          draft = hand(draft, deed.words)
        }
        expect(server.times(draft.id)).toBeLessThanOrEqual(1)
      }
      draft = attempt(restart(draft), server, 'ok')
      if (draft.progress.state === 'refused') draft = attempt(hand(draft, '换个说法'), server, 'ok')
      expect(draft.progress.state).toBe('accepted')
      expect(server.times(draft.id)).toBe(1)
    }),
    { numRuns: 2_000 },
  )
})

test('once it may have reached the server, nobody changes its words under the same key', () => {
  const waiting = stepDraft(blank(), { kind: 'hand-over', report: report('灯不亮'), at: NOW })
  const unanswered = attempt(waiting, fakeServer(), 'lost answer')
  const written = stepDraft(unanswered, { kind: 'write', change: { detail: '改了' }, at: NOW })
  expect(written).toEqual(unanswered)
})

test('a draft that waits for a network and was never sent may still be changed', () => {
  const waiting = stepDraft(blank(), { kind: 'hand-over', report: report('灯不亮'), at: NOW })
  const written = stepDraft(waiting, { kind: 'write', change: { detail: '改了' }, at: NOW })
  expect(written.progress).toEqual({ state: 'writing' })
  expect(written.writing.detail).toBe('改了')
})

test('a refusal keeps everything that was written', () => {
  const waiting = stepDraft(blank(), { kind: 'hand-over', report: report('risky'), at: NOW })
  const refused = attempt(waiting, fakeServer(), 'ok')
  expect(refused.progress).toEqual({ state: 'refused', failure: { code: 'CONTENT_RISKY' } })
  expect(refused.writing).toEqual(blank().writing)
})

test('tries grow apart, never farther than ten minutes', () => {
  expect([0, 1, 2, 20].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 600_000])
})
