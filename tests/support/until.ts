import { setTimeout as pause } from 'node:timers/promises'

/** Asks again until the answer is the one hoped for; the last answer otherwise, for the test to complain about. */
export async function until<Value>(
  ask: () => Promise<Value>,
  hoped: (value: Value) => boolean,
  patience = 60_000,
): Promise<Value> {
  const end = Date.now() + patience
  for (;;) {
    const value = await ask()
    if (hoped(value) || Date.now() > end) return value
    await pause(200)
  }
}
