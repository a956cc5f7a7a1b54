import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { receiptOf } from '../../src/core/council/receipt'
import { type Line, sealRecord, writeRecord } from '../../src/core/council/record'
import { PRESETS } from '../../src/core/council/rule'
import { tally, tallyElection } from '../../src/core/council/tally'
import { sha256 } from '../../src/server/council/sha256'

const units = [1, 2, 3].map((n) => ({
  kind: 'unit' as const,
  unitId: `JX-${n}`,
  label: `${n}栋`,
  represented: true,
}))
const ballots = (['for', 'for', 'against'] as const).map((choice, at) => {
  const said = { unitId: `JX-${at + 1}`, choice, nonce: `n${at}` }
  const receipt = receiptOf({ pollId: 'p', ...said }, sha256)
  return { kind: 'ballot' as const, ...said, channel: 'app' as const, receipt }
})
const first: Line = {
  kind: 'poll',
  pollId: 'p',
  council: '金兴街议事会',
  title: '活动室几点开',
  text: '早上七点半',
  ballots: 'open',
  rule: PRESETS.ordinary,
  opensAt: 1,
  closesAt: 2,
}
const result: Line = { kind: 'result', ...tally(units, ballots, PRESETS.ordinary) }
const record = sealRecord([first, ...units, ...ballots, result], sha256)
const fingerprint = record.lines[record.lines.length - 1]?.hash ?? ''

const folder = mkdtempSync(join(tmpdir(), 'loudong-vote-'))
afterAll(() => rmSync(folder, { recursive: true }))

function verify(text: string, ...more: string[]) {
  const file = join(folder, 'record.json')
  writeFileSync(file, text)
  const root = join(__dirname, '../..')
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/verify-vote.ts', file, ...more], {
    cwd: root,
    encoding: 'utf8',
  })
  return { code: run.status, said: run.stdout + run.stderr }
}

test('npm run verify-vote counts a record again, and doubts the same one with a single byte changed', () => {
  const text = writeRecord(record)
  const sound = verify(text, fingerprint)
  expect(sound.said).toContain('3栋的名册，3栋参加，赞成2、反对1、弃权0：通过。')
  expect(sound.code).toBe(0)
  const turned = verify(text.replace('"against","nonce"', '"abstain","nonce"'), fingerprint)
  expect(turned).toMatchObject({ code: 1, said: expect.stringContaining('第7行') })
  const households = sealRecord([{ ...first, unitKind: 'household' }, ...units, ...ballots, result], sha256)
  expect(verify(writeRecord(households)).said).toContain('3户的名册，3户参加')
  expect(verify(text, 'ff')).toMatchObject({ code: 1, said: expect.stringContaining('指纹') })
  expect(verify('<html>')).toMatchObject({ code: 1, said: expect.stringContaining('不是一份投票记录') })
})

test('npm run verify-vote names whom an election elected, and doubts it with one vote more', () => {
  const slate = {
    office: 'chair' as const,
    seats: 1,
    round: 1 as const,
    candidates: ['温师傅', '曾大姐'].map((name, at) => ({ id: `c${at}`, name, label: `${at}栋` })),
  }
  const papers = [['c0'], ['c0'], []].map((chosen, at) => ({ unitId: `JX-${at + 1}`, chosen }))
  const lines: Line[] = [
    { ...first, title: '推选召集人', ballots: 'secret', rule: PRESETS.election, slate },
    ...units,
    ...papers.map((_, at) => ({ kind: 'receipt' as const, receipt: `0000-000${at}` })),
    {
      kind: 'votes',
      votes: [
        { candidateId: 'c0', votes: 2 },
        { candidateId: 'c1', votes: 0 },
      ],
      blank: 1,
    },
    { kind: 'result', ...tallyElection(units, papers, { rule: PRESETS.election, slate }) },
  ]
  const text = writeRecord(sealRecord(lines, sha256))
  const sound = verify(text)
  expect(sound.said).toContain('3栋的名册，3栋参加，温师傅2票、曾大姐0票、弃权1：当选：温师傅。')
  expect(sound.code).toBe(0)
  expect(verify(text.replace('"votes":0', '"votes":1'))).toMatchObject({ code: 1 })
})
