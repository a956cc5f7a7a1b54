import { setTimeout as pause } from 'node:timers/promises'
import { box } from '../../src/tools/box'
import { onceEach, startClockwork } from '../../src/tools/clockwork'

test('a run that takes longer than the interval is never overtaken by the next', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await pause(20)
    running -= 1
    runs += 1
  }
  const clock = startClockwork(work, 1, () => undefined)
  await pause(150)
  await clock.stop()
  expect(most).toBe(1)
  expect(runs).toBeGreaterThan(2)
})

test('stopping waits for the run under way and begins no other', async () => {
  let ended = 0
  const clock = startClockwork(
    async () => {
      await pause(30)
      ended += 1
    },
    1,
    () => undefined,
  )
  await clock.stop()
  expect(ended).toBe(1)
  await pause(50)
  expect(ended).toBe(1)
})

test('the same failure again and again is told once, and told again after it had gone', async () => {
  const told: string[] = []
  const days = ['away', 'away', 'away', 'well', 'away']
  const clock = startClockwork(
    async () => {
      if (days.shift() === 'away') throw new Error('database away')
    },
    1,
    (failure) => told.push(String(failure)),
  )
  while (days.length > 0) await pause(5)
  await clock.stop()
  expect(told).toEqual(['Error: database away', 'Error: database away'])
})

test('one clock that cannot fire is told once, another one too', () => {
  const told: string[] = []
  const report = onceEach((_, requestId) => told.push(requestId))
  for (const id of ['clock.a', 'clock.a', 'clock.b', 'clock.a']) report(new Error('stuck'), id)
  expect(told).toEqual(['clock.a', 'clock.b'])
})

test('the frame closes around Chinese words, which are two columns wide', () => {
  expect(box(['楼栋', 'ab']).split('\n')).toEqual(['┌────────┐', '│  楼栋  │', '│  ab    │', '└────────┘'])
})
