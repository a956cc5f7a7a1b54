/** Three rows of thirty-two houses: more would be too small to count. */
const MOST = 96

export interface Lamps {
  lit: number
  unlit: number
  /** Matters one house stands for. */
  each: number
}

/** One house a matter, lit when it is done; with many matters a house stands for several, and never shines early. */
export function lampsOf(done: number, open: number): Lamps {
  const each = Math.max(1, Math.ceil((done + open) / (MOST - 1)))
  return { lit: Math.floor(done / each), unlit: Math.ceil(open / each), each }
}
