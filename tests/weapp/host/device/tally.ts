/** Bytes of each setData so far, and what stands on the screen; read by tests through wx.hostTally. */
const sizes: number[] = []
let nodes = 0

export interface Tally {
  setDataCalls: number
  setDataBytes: number
  largestSetData: number
  /** Builtin components on all open pages. */
  nodes: number
}

/** What the build cost, all of it or since so many calls of setData. */
export function tallySince(calls = 0): Tally {
  const counted = sizes.slice(calls)
  return {
    setDataCalls: counted.length,
    setDataBytes: counted.reduce((sum, bytes) => sum + bytes, 0),
    largestSetData: Math.max(0, ...counted),
    nodes,
  }
}

export function countSetData(text: string): number {
  const bytes = new TextEncoder().encode(text).length
  sizes.push(bytes)
  return bytes
}

export const countNodes = (more: 1 | -1): void => {
  nodes += more
}
