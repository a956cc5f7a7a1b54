import { Gathering } from '../../../src/server/together/gathering'

const tick = () => new Promise((done) => setImmediate(done))

/** Groups wait until they are let go; what each consisted of is kept. */
function held() {
  const groups: string[][] = []
  const doors: (() => void)[] = []
  const gathering = new Gathering<string, string>({
    touches: (call) => [call.slice(0, 1)],
    carryOut: async (calls) => {
      groups.push([...calls])
      await new Promise<void>((open) => doors.push(open))
      if (calls.includes('x1')) throw new Error('tripped')
      return calls.map((call) => `${call}!`)
    },
  })
  const letGo = async () => {
    doors.shift()?.()
    await tick()
  }
  return { gathering, groups, letGo }
}

test('who comes alone goes at once; who comes meanwhile goes together in the next group', async () => {
  const { gathering, groups, letGo } = held()
  const answers = ['a1', 'b1', 'c1'].map((call) => gathering.ask(call))
  expect(groups).toEqual([['a1']])
  await letGo()
  expect(groups).toEqual([['a1'], ['b1', 'c1']])
  await letGo()
  expect(await Promise.all(answers)).toEqual(['a1!', 'b1!', 'c1!'])
})

test('two about the same house are never in one group, and keep their order', async () => {
  const { gathering, groups, letGo } = held()
  const answers = ['z1', 'a1', 'a2', 'b1', 'a3'].map((call) => gathering.ask(call))
  for (let n = 0; n < 4; n += 1) await letGo()
  expect(groups).toEqual([['z1'], ['a1', 'b1'], ['a2'], ['a3']])
  expect(await Promise.all(answers)).toEqual(['z1!', 'a1!', 'a2!', 'b1!', 'a3!'])
})

test('a group that fails tells each of its calls so, and the next one goes on', async () => {
  const { gathering, groups, letGo } = held()
  const told = Promise.allSettled(['z1', 'x1', 'b1', 'x2'].map((call) => gathering.ask(call)))
  for (let n = 0; n < 3; n += 1) await letGo()
  expect(groups).toEqual([['z1'], ['x1', 'b1'], ['x2']])
  expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
})

test('no group has more than 400, so that the first does not wait for the last', async () => {
  const sizes: number[] = []
  const gathering = new Gathering<number, number>({
    touches: (call) => [String(call)],
    carryOut: async (calls) => {
      sizes.push(calls.length)
      await tick()
      return calls
    },
  })
  await Promise.all(Array.from({ length: 1_000 }, (_, n) => gathering.ask(n)))
  expect(sizes).toEqual([1, 400, 400, 199])
})
