import { setTimeout as pause } from 'node:timers/promises'

export interface Clockwork {
  /** Resolves once the run under way has ended; no other begins. */
  stop(): Promise<void>
}

/** Runs `work` again and again, `everyMs` after the last run ended, so that two runs never overlap. */
export function startClockwork(
  work: () => Promise<unknown>,
  everyMs: number,
  report: (surprise: unknown) => void,
): Clockwork {
  const stopping = new AbortController()
  const running = goOn(work, everyMs, onceInARow(report), stopping.signal)
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}

async function goOn(
  work: () => Promise<unknown>,
  everyMs: number,
  told: Told,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await work().then(told.well, told.failed)
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

interface Told {
  well(): void
  failed(surprise: unknown): void
}

/** A database that is away for an hour is one line, not 3600. */
function onceInARow(report: (surprise: unknown) => void): Told {
  let last: string | null = null
  return {
    well: () => {
      last = null
    },
    failed: (surprise) => {
      const now = String(surprise)
      if (now !== last) report(surprise)
      last = now
    },
  }
}
