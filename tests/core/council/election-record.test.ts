import { createHash } from 'node:crypto'
import type { Slate } from '../../../src/core/council/election'
import { marksOf } from '../../../src/core/council/paper'
import { receiptOf } from '../../../src/core/council/receipt'
import { type Line, sealRecord, writeRecord } from '../../../src/core/council/record'
import { PRESETS } from '../../../src/core/council/rule'
import { type Tally, tallyElection } from '../../../src/core/council/tally'
import { holdsReceipt, read, verifyRecord } from '../../../src/core/council/verify'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const SLATE: Slate = {
  office: 'member',
  seats: 2,
  round: 1,
  candidates: ['何', '曾', '温'].map((id) => ({ id, name: `${id}女士`, label: '1栋' })),
}
const roll = Array.from({ length: 7 }, (_, n) => ({
  kind: 'unit' as const,
  unitId: `JX-${n}`,
  label: `${n}栋`,
  represented: true,
}))
const CHOSEN = [['何', '曾'], ['何'], ['温', '曾'], ['曾'], []]
const papers = CHOSEN.map((chosen, n) => ({ unitId: `JX-${n}`, chosen }))
const result: Tally = tallyElection(roll, papers, { rule: PRESETS.election, slate: SLATE })
const poll = (ballots: 'open' | 'secret'): Line => ({
  kind: 'poll',
  pollId: 'p',
  council: '议事会',
  title: '推选监督小组',
  text: '两位',
  ballots,
  rule: PRESETS.election,
  opensAt: 1,
  closesAt: 2,
  slate: SLATE,
})
const named: Line[] = papers.map(({ unitId, chosen }, n) => {
  const cast = { pollId: 'p', unitId, choice: marksOf(chosen, SLATE), nonce: `n${n}` }
  return { kind: 'named', unitId, chosen, channel: 'app', nonce: `n${n}`, receipt: receiptOf(cast, sha256) }
})
const receipts: Line[] = papers.map((_, n) => ({ kind: 'receipt', receipt: `0000-000${n}` }))
const votes: Line = {
  kind: 'votes',
  votes: ['何', '曾', '温'].map((candidateId, n) => ({ candidateId, votes: [2, 3, 1][n] ?? 0 })),
  blank: 1,
}
const announced: Line = { kind: 'result', ...result }
const OPEN: Line[] = [poll('open'), ...roll, ...named, announced]
const SECRET: Line[] = [poll('secret'), ...roll, ...receipts, votes, announced]
const sealed = (lines: Line[]) => sealRecord(lines, sha256)
const doubts = (lines: Line[]) => verifyRecord(writeRecord(sealed(lines)), { sha256 })

describe.each([
  ['open', OPEN],
  ['secret', SECRET],
])('the record of an election by %s ballot', (_, lines) => {
  const record = sealed(lines)
  const text = writeRecord(record)
  const fingerprint = record.lines[record.lines.length - 1]?.hash ?? ''

  test('is counted again to the announced result, without any server', () => {
    expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
      sound: true,
      tally: { outcome: 'passed', election: { elected: ['曾', '何'], tied: [] } },
    })
  })
  test('betrays every single byte that is changed, left out or added', () => {
    const bytes = [...text]
    const unnoticed = bytes.flatMap((_byte, at) => {
      const [before, after] = [bytes.slice(0, at).join(''), bytes.slice(at + 1).join('')]
      const changed = String.fromCharCode((bytes[at]?.charCodeAt(0) ?? 0) ^ 1)
      return [before + after, before + changed + after, `${before} ${bytes[at]}${after}`].filter(
        (altered) => verifyRecord(altered, { sha256, fingerprint }).sound,
      )
    })
    expect(bytes.length).toBeGreaterThan(2_000)
    expect(unnoticed).toEqual([])
  })
  test('holds the receipts of those who voted', () => {
    const found = read(text)
    const own = lines.flatMap((line) => ('receipt' in line ? [line.receipt] : []))
    expect(own).toHaveLength(5)
    for (const receipt of own) expect(found && holdsReceipt(found, receipt)).toBe(true)
  })
})

describe('a record that is sealed but wrong in itself', () => {
  test('another winner than the papers give', () => {
    const other = { ...announced, election: { votes: [], elected: ['温'], tied: [] } } as Line
    expect(doubts([...OPEN.slice(0, -1), other])).toMatchObject({ doubt: 'another_result' })
    expect(doubts([...SECRET.slice(0, -1), other])).toMatchObject({ doubt: 'another_result' })
  })
  test('a paper that names another one than its receipt', () => {
    const turned = OPEN.map((line) => (line.kind === 'named' ? { ...line, chosen: ['温'] } : line))
    expect(doubts(turned)).toMatchObject({ doubt: 'receipt_not_of_ballot' })
  })
  test('a paper with more names than seats', () => {
    const wide = { ...poll('open'), slate: { ...SLATE, seats: 1 } } as Line
    expect(doubts([wide, ...OPEN.slice(1)])).toMatchObject({ doubt: 'ballot_not_of_roll' })
  })
  test.each([
    ['more votes than papers can hold', { votes: [4, 4, 1], blank: 1 }],
    ['more for one than there are papers', { votes: [5, 1, 1], blank: 1 }],
    ['fewer votes than papers with a name', { votes: [1, 1, 1], blank: 1 }],
    ['more empty papers than papers', { votes: [0, 0, 0], blank: 6 }],
  ])('%s', (_, { votes: many, blank }) => {
    const line: Line = {
      kind: 'votes',
      blank,
      votes: ['何', '曾', '温'].map((candidateId, n) => ({ candidateId, votes: many[n] ?? 0 })),
    }
    expect(doubts(SECRET.map((one) => (one.kind === 'votes' ? line : one)))).toMatchObject({
      doubt: 'choices_do_not_match',
    })
  })
  test('votes for a name that is not on the paper', () => {
    const foreign: Line = { kind: 'votes', blank: 1, votes: [{ candidateId: '谁', votes: 4 }] }
    expect(doubts(SECRET.map((one) => (one.kind === 'votes' ? foreign : one)))).toMatchObject({
      doubt: 'choices_do_not_match',
    })
  })
})
