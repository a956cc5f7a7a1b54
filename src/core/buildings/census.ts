/** How far a census (摸排登记) has come: buildings seen on the spot, on a card, and there at all. */
export interface Reach {
  verified: number
  registered: number
  expected: number
}

/**
 * What is expected is what the street published of the grid, or what stands in the register when that is more:
 * nobody can have found more houses than there are.
 */
export const reachOf = (found: Omit<Reach, 'expected'> & { known: number; published: number }): Reach => ({
  verified: found.verified,
  registered: found.registered,
  expected: Math.max(found.known, found.published),
})

export const sumReach = (parts: readonly Reach[]): Reach =>
  parts.reduce(
    (sum, part) => ({
      verified: sum.verified + part.verified,
      registered: sum.registered + part.registered,
      expected: sum.expected + part.expected,
    }),
    { verified: 0, registered: 0, expected: 0 },
  )
