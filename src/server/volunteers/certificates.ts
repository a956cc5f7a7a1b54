import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { certificateNumber, certificateYear } from '#core/volunteers/certificate'
import type { Asking } from '../operation'

const namePlace = (id: string): string => `certificate:${id}:name`

export const sealName = ({ system }: Pick<Asking, 'system'>, id: string, name: string): string =>
  system.vault.seal(name, namePlace(id))

export const openName = (
  { system }: Pick<Asking, 'system'>,
  { id, name_enc }: { id: string; name_enc: string },
): string => system.vault.open(name_enc, namePlace(id))

export const certificateRows = ({ tx, system }: Asking) =>
  tx.selectFrom('volunteer_certificates').selectAll().where('street_id', '=', system.streetId)

export type CertificateRow = Awaited<
  ReturnType<ReturnType<typeof certificateRows>['executeTakeFirstOrThrow']>
>

/** A certificate as its owner and its issuer read it. */
export const certificateOf = (row: CertificateRow): OutputOf<'service.mine'>['certificates'][number] => ({
  id: row.id,
  state: row.state,
  no: row.no,
  code: row.code,
  fromDay: row.from_day,
  toDay: row.to_day,
  minutes: row.minutes,
  askedAt: row.asked_at,
  issuedAt: row.issued_at,
  reason: row.reason,
})

export async function certificatesOf(asking: Asking, personId: string) {
  const rows = await certificateRows(asking)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(certificateOf)
}

interface Served {
  minutes: number
  times: number
}

/** What the ledger has of a person between two days, both included. */
export async function servedIn(
  { tx, system }: Asking,
  { person_id, from_day, to_day }: Pick<CertificateRow, 'person_id' | 'from_day' | 'to_day'>,
): Promise<Served> {
  const { minutes, times } = await tx
    .selectFrom('service_records')
    .select(sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'))
    .select(sql<number>`count(distinct signup_id)::int`.as('times'))
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', person_id)
    .where('day', '>=', from_day)
    .where('day', '<=', to_day)
    .executeTakeFirstOrThrow()
  return { minutes, times }
}

/** The services a certificate lists, the latest first. */
export const servicesIn = (
  { tx, system }: Asking,
  { person_id, from_day, to_day }: Pick<CertificateRow, 'person_id' | 'from_day' | 'to_day'>,
  most: number,
) =>
  tx
    .selectFrom('service_records')
    .select(({ fn }) => ['title', 'day', fn.sum<number>('minutes').as('minutes')])
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', person_id)
    .where('day', '>=', from_day)
    .where('day', '<=', to_day)
    .groupBy(['signup_id', 'title', 'day'])
    .having(({ fn }) => fn.sum('minutes'), '>', 0)
    .orderBy('day', 'desc')
    .limit(most)
    .execute()

/** The next number of the year; its row is held until the transaction ends, so that none is given twice or lost. */
export async function nextCertificateNumber({ tx, system, now }: Asking): Promise<string> {
  const year = certificateYear(now)
  const { last } = await tx
    .insertInto('daily_numbers')
    .values({ street_id: system.streetId, day: `zy${year}`, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'day']).doUpdateSet({ last: sql`daily_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return certificateNumber(year, last)
}

/** What proves that somebody holds the paper and did not guess its number: keyed, of the certificate itself. */
export const verifyCode = ({ system }: Asking, id: string): string =>
  system.vault.index(id, 'certificate-code').slice(0, 16)
