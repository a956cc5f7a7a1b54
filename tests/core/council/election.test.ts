import { countElection } from '../../../src/core/council/election'

const CANDIDATES = ['何', '曾', '温', '邓']
const ballots = (...chosen: string[][]) => chosen.map((one, i) => ({ unitId: `${i + 1}栋`, chosen: one }))

test('the one with most votes is elected', () => {
  const cast = ballots(['何'], ['何'], ['曾'])
  expect(countElection(CANDIDATES, cast, 1)).toEqual({
    votes: [
      { candidateId: '何', votes: 2 },
      { candidateId: '曾', votes: 1 },
      { candidateId: '温', votes: 0 },
      { candidateId: '邓', votes: 0 },
    ],
    elected: ['何'],
    tied: [],
  })
})

test('equally many votes for the last seat elect nobody to it: those two run again', () => {
  const cast = ballots(['何', '曾'], ['何', '温'], ['何'])
  expect(countElection(CANDIDATES, cast, 2)).toMatchObject({ elected: ['何'], tied: ['曾', '温'] })
})

test('a tie among people who all get a seat decides nothing', () => {
  expect(countElection(CANDIDATES, ballots(['何'], ['曾']), 2)).toMatchObject({
    elected: ['何', '曾'],
    tied: [],
  })
})

test('nobody is elected without a vote', () => {
  expect(countElection(CANDIDATES, [], 1)).toMatchObject({ elected: [], tied: [] })
  expect(countElection(CANDIDATES, ballots(['温']), 3)).toMatchObject({ elected: ['温'], tied: [] })
})

test('naming a candidate twice on one ballot is one vote', () => {
  expect(countElection(CANDIDATES, ballots(['何', '何'], ['曾']), 1)).toMatchObject({
    elected: [],
    tied: ['何', '曾'],
  })
})
