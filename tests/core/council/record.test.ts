import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { receiptOf, tidyReceipt } from '../../../src/core/council/receipt'
import { countedIn, type Line, sealRecord, writeRecord } from '../../../src/core/council/record'
import { PRESETS } from '../../../src/core/council/rule'
import { type Choice, tally } from '../../../src/core/council/tally'
import { holdsReceipt, read, verifyRecord } from '../../../src/core/council/verify'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const POLL = {
  kind: 'poll' as const,
  pollId: 'M9',
  council: '金兴街20号小区楼栋长议事会',
  title: '老年活动室几点开、钥匙谁管',
  text: '每天7:30至11:30、14:30至20:30开放，1栋、64栋楼栋长各管一把钥匙。',
  rule: PRESETS.ordinary,
  opensAt: 1,
  closesAt: 2,
}

const units = (all: number): Line[] =>
  Array.from({ length: all }, (_, i) => ({
    kind: 'unit',
    unitId: `JX-${i + 1}`,
    label: `${i + 1}栋`,
    represented: true,
  }))

const ballot = (i: number, choice: Choice): Line => {
  const cast = { unitId: `JX-${i + 1}`, choice, nonce: `n${i}` }
  return { kind: 'ballot', ...cast, channel: 'app', receipt: receiptOf({ pollId: 'M9', ...cast }, sha256) }
}

function openRecord(all: number, choices: Choice[]) {
  const result = tally(
    Array.from({ length: all }, (_, i) => ({ unitId: `JX-${i + 1}` })),
    choices.map((choice, i) => ({ unitId: `JX-${i + 1}`, choice })),
    PRESETS.ordinary,
  )
  const lines: Line[] = [
    { ...POLL, ballots: 'open' },
    ...units(all),
    ...choices.map((choice, i) => ballot(i, choice)),
    { kind: 'result', ...result },
  ]
  return sealRecord(lines, sha256)
}

const FOR_IT: Choice[] = ['for', 'for', 'against', 'abstain', 'for', 'for']
const record = openRecord(9, FOR_IT)
const text = writeRecord(record)
const fingerprint = record.lines[record.lines.length - 1]?.hash ?? ''

test('a record as it was published is counted again to the announced result', () => {
  expect(verifyRecord(text, { sha256, fingerprint })).toMatchObject({
    sound: true,
    tally: { units: { all: 9, for: 4, against: 1, abstain: 1 }, outcome: 'passed' },
  })
})

test('every single byte that is changed, left out or added is noticed', () => {
  const bytes = [...text]
  const unnoticed = bytes.flatMap((_, at) => {
    const [before, after] = [bytes.slice(0, at).join(''), bytes.slice(at + 1).join('')]
    const changed = String.fromCharCode((bytes[at]?.charCodeAt(0) ?? 0) ^ 1)
    return [before + after, before + changed + after, `${before} ${bytes[at]}${after}`].filter(
      (altered) => verifyRecord(altered, { sha256, fingerprint }).sound,
    )
  })
  expect(bytes.length).toBeGreaterThan(2_000)
  expect(unnoticed).toEqual([])
})

test('every line that is left out, doubled or moved is noticed, and named', () => {
  const { lines } = record
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line) continue
    const without = [...lines.slice(0, at), ...lines.slice(at + 1)]
    const twice = [...lines.slice(0, at), line, ...lines.slice(at)]
    for (const altered of [without, twice, [...without, line]]) {
      if (altered.every((one, i) => one === lines[i])) continue
      expect(verifyRecord(writeRecord({ ...record, lines: altered }), { sha256, fingerprint }).sound).toBe(
        false,
      )
    }
  }
})

test('whoever rewrites the whole chain is betrayed by the fingerprint', () => {
  const forged = openRecord(9, ['against', ...FOR_IT.slice(1)])
  expect(verifyRecord(writeRecord(forged), { sha256 })).toMatchObject({ sound: true })
  expect(verifyRecord(writeRecord(forged), { sha256, fingerprint })).toEqual({
    sound: false,
    doubt: 'another_record',
  })
})

describe('a record that is sealed but wrong in itself', () => {
  const resealed = (change: (lines: Line[]) => Line[]) =>
    verifyRecord(
      writeRecord(sealRecord(change(record.lines.map(({ hash: _, ...line }) => line as Line)), sha256)),
      { sha256 },
    )

  test('another result than the ballots give', () => {
    const announced = (line: Line): Line => (line.kind === 'result' ? { ...line, outcome: 'rejected' } : line)
    expect(resealed((lines) => lines.map(announced))).toMatchObject({ doubt: 'another_result' })
  })
  test('a choice changed under an old receipt', () => {
    const turned = (line: Line): Line => (line.kind === 'ballot' ? { ...line, choice: 'against' } : line)
    expect(resealed((lines) => lines.map(turned))).toMatchObject({ doubt: 'receipt_not_of_ballot', line: 10 })
  })
  test('a ballot of a unit that is not in the roll', () => {
    expect(resealed((lines) => [...lines.slice(0, -1), ballot(99, 'for'), ...lines.slice(-1)])).toMatchObject(
      { doubt: 'ballot_not_of_roll' },
    )
  })
  test('a second ballot of one unit', () => {
    expect(resealed((lines) => [...lines.slice(0, -1), ballot(0, 'for'), ...lines.slice(-1)])).toMatchObject({
      doubt: 'ballot_not_of_roll',
    })
  })
  test('a unit struck off the roll may have no ballot in it', () => {
    expect(
      resealed((lines) => [
        ...lines.slice(0, 10),
        { kind: 'strike', unitId: 'JX-1', label: '2栋', reason: 'duplicate' },
        ...lines.slice(10),
      ]),
    ).toMatchObject({ doubt: 'ballot_not_of_roll' })
  })
})

test.each([
  '',
  '{}',
  '[]',
  'null',
  '{"format":"loudong-vote-1","lines":[]}',
  '{"format":"loudong-vote-1","lines":[null]}',
  '<html>',
])('what is no record is said to be none: %s', (given) => {
  expect(verifyRecord(given, { sha256 })).toEqual({ sound: false, doubt: 'unreadable' })
})

describe('a secret poll', () => {
  const secret = (receipts: string[], cast: { for: number; against: number; abstain: number }) => {
    const counted = { all: 9, ...cast }
    return sealRecord(
      [
        { ...POLL, ballots: 'secret' },
        ...units(9),
        ...receipts.map((receipt): Line => ({ kind: 'receipt', receipt })),
        { kind: 'choices', ...cast },
        { kind: 'result', units: counted, area: null, outcome: 'passed' },
      ],
      sha256,
    )
  }
  const RECEIPTS = ['0001-AAAA', '0002-AAAA', '0003-AAAA', '0004-AAAA', '0005-AAAA', '0006-AAAA']

  test('is counted without telling who chose what', () => {
    const sealed = secret(RECEIPTS, { for: 4, against: 1, abstain: 1 })
    expect(verifyRecord(writeRecord(sealed), { sha256 })).toMatchObject({
      sound: true,
      tally: { outcome: 'passed' },
    })
  })
  test('with a choice too many is not believed', () => {
    const sealed = secret(RECEIPTS, { for: 5, against: 1, abstain: 1 })
    expect(verifyRecord(writeRecord(sealed), { sha256 })).toEqual({
      sound: false,
      doubt: 'choices_do_not_match',
    })
  })
})

test('a voter finds his receipt however he types it', () => {
  const line = record.lines[12]
  const receipt = line?.kind === 'ballot' ? line.receipt : ''
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const typed = ` ${receipt.toLowerCase().replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l')}`
  const found = read(text)
  expect(found && holdsReceipt(found, tidyReceipt(typed))).toBe(true)
  expect(found && holdsReceipt(found, 'ZZZZ-ZZZZ')).toBe(false)
})

test('a record counts what it says it counts; one that says nothing, or something unheard of, counts houses', () => {
  const [poll] = record.lines
  if (poll?.kind !== 'poll') throw new Error('no record')
  expect(countedIn(poll)).toBe('building')
  expect(countedIn({ ...poll, unitKind: 'household' })).toBe('household')
  expect(countedIn({ ...poll, unitKind: 'dog' as never })).toBe('building')
})

test('receipts use their forty bits evenly: 20,000 ballots, fewer than five meet', () => {
  const receipts = Array.from({ length: 20_000 }, (_, i) =>
    receiptOf({ pollId: 'p', unitId: `${i}`, choice: 'for', nonce: 'n' }, sha256),
  )
  expect(new Set(receipts).size).toBeGreaterThan(19_995)
  for (let at = 0; at < 9; at += 1) {
    if (at !== 4) expect(new Set(receipts.map((one) => one[at])).size).toBe(32)
  }
})

test('any poll that is counted and sealed is sound', () => {
  const anyBox = fc.array(fc.constantFrom<Choice>('for', 'against', 'abstain'), { maxLength: 30 })
  fc.assert(
    fc.property(anyBox, fc.nat(30), (choices, absent) => {
      const sealed = openRecord(choices.length + absent, choices)
      expect(verifyRecord(writeRecord(sealed), { sha256 }).sound).toBe(true)
    }),
  )
})
