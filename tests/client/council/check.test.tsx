import { screen } from '@testing-library/react'
import CheckPage from '../../../src/client/packages/council/check/index'
import { sha256 } from '../../../src/client/platform/sha256'
import { receiptOf } from '../../../src/core/council/receipt'
import { type Line, rollHash, sealRecord, type UnitLine, writeRecord } from '../../../src/core/council/record'
import { PRESETS } from '../../../src/core/council/rule'
import { tally } from '../../../src/core/council/tally'
import { serverAnswers, show } from '../support/fake-server'
import { press, type } from '../support/phone'

const units: UnitLine[] = [1, 2, 3].map((n) => ({
  kind: 'unit',
  unitId: `JX-${n}`,
  label: `${n}栋`,
  represented: true,
}))
const ballots = (['for', 'for', 'against'] as const).map((choice, at) => {
  const said = { unitId: `JX-${at + 1}`, choice, nonce: `n${at}` }
  return {
    kind: 'ballot' as const,
    ...said,
    channel: 'app' as const,
    receipt: receiptOf({ pollId: 'p', ...said }, sha256),
  }
})
const first: Line = {
  kind: 'poll',
  pollId: 'p',
  council: '议事会',
  title: '活动室几点开',
  text: '早上七点半',
  ballots: 'open',
  rule: PRESETS.ordinary,
  opensAt: 1,
  closesAt: 2,
}
const record = sealRecord(
  [first, ...units, ...ballots, { kind: 'result', ...tally(units, ballots, PRESETS.ordinary) }],
  sha256,
)
const text = writeRecord(record)
const fingerprint = record.lines[record.lines.length - 1]?.hash ?? ''
const published = { text, next: null, fingerprint, rollHash: rollHash(units, sha256), title: '活动室几点开' }

test('a published record is counted again on the phone, house by house', async () => {
  serverAnswers({ 'motions.record': () => published })
  show(CheckPage, { poll: 'p' })
  expect(await screen.findByText('没有问题')).toBeInTheDocument()
  expect(screen.getByText('3栋的名册，3张票，从头数了一遍，和公布的一样')).toBeInTheDocument()
  expect(screen.getByText('名册和开投时公布的一样')).toBeInTheDocument()
  expect(screen.getByText('赞成：1栋、2栋')).toBeInTheDocument()
  expect(screen.getByText('反对：3栋')).toBeInTheDocument()
})

test('where households voted in secret, the words are of households', async () => {
  const lines: Line[] = [
    { ...first, unitKind: 'household', ballots: 'secret' },
    ...units,
    { kind: 'receipt', receipt: '0000-0000' },
    { kind: 'choices', for: 1, against: 0, abstain: 0 },
    {
      kind: 'result',
      units: { all: 3, for: 1, against: 0, abstain: 0 },
      area: null,
      outcome: 'no_quorum',
    },
  ]
  serverAnswers({})
  show(CheckPage)
  await type('record', writeRecord(sealRecord(lines, sha256)))
  await press('验这一份')
  expect(await screen.findByText('3户的名册，1张票，从头数了一遍，和公布的一样')).toBeInTheDocument()
  expect(screen.getByText('不记名的票，不公布哪户怎么投。')).toBeInTheDocument()
})

test('a single changed choice is noticed, and the line is named', async () => {
  serverAnswers({
    'motions.record': () => ({ ...published, text: text.replace('"against","nonce"', '"abstain","nonce"') }),
  })
  show(CheckPage, { poll: 'p' })
  expect(await screen.findByText('对不上')).toBeInTheDocument()
  expect(screen.getByText(/有一行改过、少了、多了或者换了位置，第7行/)).toBeInTheDocument()
})

test('another record than the published one is not believed, however whole it is', async () => {
  serverAnswers({ 'motions.record': () => ({ ...published, fingerprint: 'ff' }) })
  show(CheckPage, { poll: 'p' })
  expect(await screen.findByText('不是公布的那一份')).toBeInTheDocument()
})

test('a voter finds his receipt however he types it, and is told when it is not there', async () => {
  serverAnswers({ 'motions.record': () => published })
  show(CheckPage, { poll: 'p' })
  await screen.findByText('我的票在里面吗')
  await type('receipt', ballots[0]?.receipt.toLowerCase().replace('-', ' ') ?? '')
  await press('找一找')
  expect(await screen.findByText('在里面')).toBeInTheDocument()
  await type('receipt', 'ZZZZ-ZZZZ')
  await press('找一找')
  expect(await screen.findByText(/没找到/)).toBeInTheDocument()
})

test('a record that was pasted is counted without asking anybody', async () => {
  serverAnswers({})
  show(CheckPage)
  await type('record', text)
  await press('验这一份')
  expect(await screen.findByText('没有问题')).toBeInTheDocument()
})
