/** Lines of wx.getLogManager and wx.getRealtimeLogManager; read by tests through wx.hostLogs. */
const lines: { manager: 'log' | 'realtime'; level: string; words: unknown[] }[] = []

export const logged = (): typeof lines => [...lines]

function logManager(manager: 'log' | 'realtime', levels: string[]) {
  const write =
    (level: string) =>
    (...words: unknown[]) =>
      void lines.push({ manager, level, words })
  return Object.fromEntries(levels.map((level) => [level, write(level)]))
}

const logs = logManager('log', ['debug', 'info', 'log', 'warn'])
const realtime = logManager('realtime', ['info', 'warn', 'error', 'setFilterMsg', 'addFilterMsg'])

type Told = (about: { hasUpdate: boolean }) => void
const hearing: Record<'check' | 'ready' | 'failed', Told[]> = { check: [], ready: [], failed: [] }
let isReady = false

/** For tests: WeChat found, fetched, or failed to fetch a newer version. */
export function findUpdate(end: 'ready' | 'failed'): void {
  isReady = end === 'ready'
  for (const hear of [...hearing.check, ...hearing[end]]) hear({ hasUpdate: true })
}

/** `restart`: what a phone does with a version that is ready. */
const updates = (restart: () => void) => ({
  onCheckForUpdate: (hear: Told) => void hearing.check.push(hear),
  onUpdateReady: (hear: Told) => void hearing.ready.push(hear),
  onUpdateFailed: (hear: Told) => void hearing.failed.push(hear),
  applyUpdate() {
    if (!isReady) throw new Error('applyUpdate:fail update is not ready')
    restart()
  },
})

export const managersOfWx = (restart: () => void) => ({
  getLogManager: () => logs,
  getRealtimeLogManager: () => realtime,
  getUpdateManager: () => updates(restart),
})
