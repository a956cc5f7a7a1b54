import { setTimeout as pause } from 'node:timers/promises'
import type { System } from '#server/operation'

export interface Clockwork {
  /** Resolves once the run under way has ended; no other begins. */
  stop(): Promise<void>
}

/** Runs `work` again and again, `everyMs` after the last run has ended, so that two runs never overlap. */
export function startClockwork(
  work: () => Promise<unknown>,
  everyMs: number,
  report: (failure: unknown) => void,
): Clockwork {
  const stopping = new AbortController()
  const running = goOn(work, everyMs, { ...onceInARow(report), signal: stopping.signal })
  return {
    stop() {
      stopping.abort()
      return running
    },
  }
}

/** Tells each failing thing once in its life: a clock that cannot fire is tried every second. */
export function onceEach(report: System['report']): System['report'] {
  const told = new Set<string>()
  return (surprise, requestId) => {
    if (told.has(requestId)) return
    told.add(requestId)
    report(surprise, requestId)
  }
}

interface Round {
  well(): void
  failed(failure: unknown): void
  signal: AbortSignal
}

async function goOn(work: () => Promise<unknown>, everyMs: number, round: Round): Promise<void> {
  while (!round.signal.aborted) {
    await work().then(round.well, round.failed)
    await pause(everyMs, undefined, { signal: round.signal }).catch(() => undefined)
  }
}

/** A database that is away for an hour is one line in the log, not 3600. */
function onceInARow(report: (failure: unknown) => void): Omit<Round, 'signal'> {
  let last: string | null = null
  return {
    well() {
      last = null
    },
    failed(failure) {
      if (String(failure) !== last) report(failure)
      last = String(failure)
    },
  }
}
