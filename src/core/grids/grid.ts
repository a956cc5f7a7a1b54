/**
 * The grid tree: street (0) > village or community (1) > grid (2) > piece (3, 片区).
 * A grid is named by its path, the codes joined by dots: `441302010.001.005.02`.
 */
export type Level = 0 | 1 | 2 | 3
export type GridPath = string

export const levelOf = (path: GridPath): Level => (path.split('.').length - 1) as Level

/** The grid of the given level that contains `path`; `path` itself when it lies higher. */
export const ancestorAt = (path: GridPath, level: Level): GridPath =>
  path
    .split('.')
    .slice(0, level + 1)
    .join('.')

/** True when `scope` is `path` or one of its ancestors: a right over a grid is a right over all below it. */
export const covers = (scope: GridPath, path: GridPath): boolean =>
  path === scope || path.startsWith(`${scope}.`)
