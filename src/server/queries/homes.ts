import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Of a row `r` of residencies: whether it is somebody's home now. A home counts once a head or grid staff confirmed it,
 * and only until the confirmation runs out.
 */
export const isHome = (now: number): RawBuilder<SqlBool> => sql<SqlBool>`
  r.to_at is null and r.confirmed_at <= ${now} and (r.expires_at is null or r.expires_at > ${now})`
