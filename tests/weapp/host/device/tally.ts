/** What the build cost so far; read by tests through wx.hostTally, which real WeChat does not have. */
export const tally = {
  setDataCalls: 0,
  setDataBytes: 0,
  largestSetData: 0,
  /** Builtin components on all open pages. */
  nodes: 0,
  /** By the page or component it went to. */
  of: {} as Record<string, { calls: number; bytes: number }>,
}

export function countSetData(to: string, text: string): void {
  const bytes = new TextEncoder().encode(text).length
  const { calls, bytes: before } = tally.of[to] ?? { calls: 0, bytes: 0 }
  tally.of[to] = { calls: calls + 1, bytes: before + bytes }
  tally.setDataCalls += 1
  tally.setDataBytes += bytes
  tally.largestSetData = Math.max(tally.largestSetData, bytes)
}
