/** Bytes of each setData so far, and what stands on the screen; read by tests through wx.hostTally. */
const sizes: number[] = []
const ofEach: Record<string, Cost> = {}
let nodes = 0

interface Cost {
  calls: number
  bytes: number
}

export interface Tally {
  setDataCalls: number
  setDataBytes: number
  largestSetData: number
  /** Builtin components on all open pages. */
  nodes: number
  /** From the start, by the page or component it went to. */
  of: Record<string, Cost>
}

/** What the build cost, all of it or since so many calls of setData. */
export function tallySince(calls = 0): Tally {
  const counted = sizes.slice(calls)
  return {
    setDataCalls: counted.length,
    setDataBytes: counted.reduce((sum, bytes) => sum + bytes, 0),
    largestSetData: Math.max(0, ...counted),
    nodes,
    of: structuredClone(ofEach),
  }
}

export function countSetData(to: string, text: string): number {
  const bytes = new TextEncoder().encode(text).length
  const before = ofEach[to] ?? { calls: 0, bytes: 0 }
  ofEach[to] = { calls: before.calls + 1, bytes: before.bytes + bytes }
  sizes.push(bytes)
  return bytes
}

export const countNodes = (more: 1 | -1): void => {
  nodes += more
}
