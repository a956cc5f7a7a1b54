import { useState } from 'react'
import { type Corner, MOST_CORNERS } from '#core/grids/boundary'

/**
 * The line being drawn. Where a finger fell is known a moment after the tap: its corner joins the line as it is by
 * then, and falls away when the line has meanwhile been put down otherwise.
 */
export function useLine(drawn: readonly Corner[]) {
  const [{ corners, version }, setLine] = useState({ corners: drawn, version: 0 })
  return {
    corners,
    change: (next: Corner[]) => setLine((now) => ({ corners: next, version: now.version + 1 })),
    add: (corner: Corner) =>
      setLine((now) =>
        now.version === version && now.corners.length < MOST_CORNERS - 1
          ? { version, corners: [...now.corners, corner] }
          : now,
      ),
  }
}
