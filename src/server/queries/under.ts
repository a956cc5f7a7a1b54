import { type RawBuilder, sql } from 'kysely'
import type { GridPath } from '#core/grids/grid'

/**
 * True of a grid and everything below it. Written as one range of bytes, so that an index with
 * text_pattern_ops serves it: `/` follows `.`, and digits follow both.
 */
export const under = (column: string, path: GridPath): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} ~>=~ ${path} and ${sql.ref(column)} ~<~ ${`${path}/`})`

/** True of a grid and everything above it: an office there has to do with what lies at `path`. */
export const over = (column: string, path: GridPath): RawBuilder<boolean> =>
  sql<boolean>`(${path} = ${sql.ref(column)} or ${path} like ${sql.ref(column)} || '.%')`
