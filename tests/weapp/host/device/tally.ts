/** What the build cost so far; read by tests through wx.hostTally, which real WeChat does not have. */
export const tally = {
  setDataCalls: 0,
  setDataBytes: 0,
  largestSetData: 0,
  /** Builtin components on all open pages. */
  nodes: 0,
}

export function countSetData(text: string): void {
  const bytes = new TextEncoder().encode(text).length
  tally.setDataCalls += 1
  tally.setDataBytes += bytes
  tally.largestSetData = Math.max(tally.largestSetData, bytes)
}
