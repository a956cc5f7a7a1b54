import { grantsChanged, MOST_GRANTS } from '#core/messages/grants'

const none = { progress: 0, result: 0, work: 0, council: 0, booking: 0 }

test('each acceptance is one message; a refusal gives none and takes none back', () => {
  expect(
    grantsChanged(
      [
        { template: 'progress', answer: 'accept' },
        { template: 'result', answer: 'reject' },
        { template: 'work', answer: 'filter' },
      ],
      { ...none, result: 2 },
    ),
  ).toEqual([{ template: 'progress', change: 'one more' }])
})

test('a template that WeChat has closed takes along what was granted', () => {
  expect(grantsChanged([{ template: 'result', answer: 'ban' }], { ...none, result: 2 })).toEqual([
    { template: 'result', change: 'end all' },
  ])
})

test('nobody hoards more than he can remember having given', () => {
  const answers = [{ template: 'work', answer: 'accept' }] as const
  expect(grantsChanged(answers, { ...none, work: MOST_GRANTS - 1 })).toHaveLength(1)
  expect(grantsChanged(answers, { ...none, work: MOST_GRANTS })).toEqual([])
})
