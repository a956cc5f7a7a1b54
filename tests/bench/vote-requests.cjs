/**
 * The calls of a vote day. Each connection has houses of its own: it casts for one after the other, and after ten of
 * them the first of the ten comes again: by turns the same command, as a phone sends it that heard no answer, and
 * another choice.
 */
// Most are for it: what was voted down may not be proposed again the next day.
const CHOICES = ['for', 'for', 'against', 'abstain']
const HOUSES_A_ROUND = 10

const isChangedLater = (n) => n % HOUSES_A_ROUND === 0 && (n / HOUSES_A_ROUND) % 2 === 1
const choiceOf = (n, isChanged) => CHOICES[(n + (isChanged ? 2 : 0)) % CHOICES.length]

/** The house the call number `k` is about, both counted from nought, and whether it comes again. */
function callAt(k) {
  const round = Math.floor(k / (HOUSES_A_ROUND + 1))
  const within = k % (HOUSES_A_ROUND + 1)
  const isAgain = within === HOUSES_A_ROUND
  return { n: round * HOUSES_A_ROUND + (isAgain ? 0 : within), isAgain }
}

function requestFor(request, { pollId, n, isAgain }) {
  const isChanged = isAgain && isChangedLater(n)
  return {
    ...request,
    headers: {
      ...request.headers,
      authorization: `Bearer voter-${n + 1}-${'t'.repeat(32)}`,
      'idempotency-key': `${isChanged ? 'again' : 'first'}-voter-${n + 1}-${pollId.slice(-12)}`,
    },
    body: JSON.stringify({
      pollId,
      votes: [{ unitId: `u-voter-${n + 1}`, choice: choiceOf(n, isChanged) }],
      salt: 's'.repeat(16),
    }),
  }
}

let connections = 0

/** autocannon calls it for each connection. BENCH_VOTES: the first house, houses of a connection, the poll. */
module.exports = (client) => {
  const [first, share, pollId] = process.env.BENCH_VOTES.split(',')
  const from = Number(first) + connections * Number(share)
  connections += 1
  let k = 0
  const setupRequest = (request) => {
    const { n, isAgain } = callAt(k)
    k += 1
    return requestFor(request, { pollId, n: from + n, isAgain })
  }
  client.setRequests([{ setupRequest }])
}

/** The choice of house `n`, from nought, that counts at the end. */
module.exports.lastChoice = (n) => choiceOf(n, isChangedLater(n))
