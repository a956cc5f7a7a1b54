import type { OutputOf, ParsedOf } from '#contracts/operations'
import { dayOf } from '#core/concerns/calendar'
import { ancestorAt } from '#core/grids/grid'
import { mayAt } from '#core/people/place-rights'
import { reachOf } from '#core/people/policy'
import { ok, type Result, refuse } from '#core/result'
import { maskedName, whyNotAnswer } from '#core/volunteers/certificate'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'
import { personNames } from '../queries/names'
import { under } from '../queries/under'
import type { Paper } from '../volunteers/certificate-sheet'
import {
  type CertificateRow,
  certificateOf,
  certificateRows,
  nextCertificateNumber,
  openName,
  sealName,
  servedIn,
  servicesIn,
  verifyCode,
} from '../volunteers/certificates'

/** As many services as stand on one page. */
const LISTED = 12

/** 申请: of what the ledger has, to the community where he served last. */
async function askFor(
  { name, fromDay, toDay }: ParsedOf<'certificates.ask'>,
  asking: Asking,
): Promise<Result<{ id: string }>> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const period = { person_id: personId, from_day: fromDay, to_day: Math.min(toDay, dayOf(now)) }
  const asked = await certificateRows(asking)
    .where('person_id', '=', personId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  const { minutes } = await servedIn(asking, period)
  if (asked || minutes <= 0 || period.to_day < period.from_day) return refuse('NOT_IN_THIS_STATE')
  const { grid_path } = await tx
    .selectFrom('service_records')
    .select('grid_path')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const id = system.newId()
  await tx
    .insertInto('volunteer_certificates')
    .values({
      street_id: system.streetId,
      id,
      ...period,
      name_enc: sealName(asking, id, name),
      grid_path: ancestorAt(grid_path, 1),
      state: 'asked',
      asked_at: now,
    })
    .execute()
  return ok({ id })
}

async function forStep(asking: Asking, id: string): Promise<Result<CertificateRow>> {
  const row = await certificateRows(asking).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return refuse('NOT_FOUND')
  const may = mayAt(asking.actor, 'certificate.issue', { gridPath: row.grid_path, buildingId: null })
  return may ? ok(row) : refuse('FORBIDDEN')
}

/** A request that is the asker's to answer now. */
async function forAnswer(asking: Asking, id: string): Promise<Result<CertificateRow>> {
  const found = await forStep(asking, id)
  if (!found.ok) return found
  const { state, person_id: personId } = found.value
  const refusal = whyNotAnswer({ state, personId }, asking.actor.personId)
  return refusal ? refuse(refusal) : found
}

async function issue(id: string, asking: Asking): Promise<Result<{ no: string }>> {
  const { tx, actor, now, system } = asking
  const found = await forAnswer(asking, id)
  if (!found.ok) return found
  const row = found.value
  const served = await servedIn(asking, row)
  if (served.minutes <= 0) return refuse('NOT_IN_THIS_STATE')
  const no = await nextCertificateNumber(asking)
  await tx
    .updateTable('volunteer_certificates')
    .set({
      state: 'issued',
      no,
      code: verifyCode(asking, id),
      ...served,
      issued_by: actor.personId,
      issued_at: now,
    })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  await tellPeople(tx, system, { personIds: [row.person_id], kind: 'certificate_issued', title: no, now })
  return ok({ no })
}

/** 这次不开: its hours stay in the ledger, and he may ask again at once. */
async function decline(
  { id, reason }: ParsedOf<'certificates.decline'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, now, system } = asking
  const found = await forAnswer(asking, id)
  if (!found.ok) return found
  await tx
    .updateTable('volunteer_certificates')
    .set({ state: 'declined', declined_by: actor.personId, declined_at: now, reason })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  const { person_id, grid_path } = found.value
  const title = await issuerOf(asking, grid_path)
  const news = { personIds: [person_id], kind: 'certificate_declined', title, note: reason, now }
  await tellPeople(tx, system, news)
  return ok({ done: true })
}

async function revoke(
  { id, reason }: ParsedOf<'certificates.revoke'>,
  asking: Asking,
): Promise<Result<{ done: boolean }>> {
  const { tx, actor, now, system } = asking
  const found = await forStep(asking, id)
  if (!found.ok) return found
  const { state, person_id, no } = found.value
  if (state !== 'issued') return refuse('NOT_IN_THIS_STATE')
  await tx
    .updateTable('volunteer_certificates')
    .set({ state: 'revoked', revoked_by: actor.personId, revoked_at: now, reason })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  const news = { personIds: [person_id], kind: 'certificate_revoked', title: no ?? '', note: reason, now }
  await tellPeople(tx, system, news)
  return ok({ done: true })
}

/** Who signs: the community or the street whose officer issued it. */
async function issuerOf({ tx, system }: Asking, gridPath: string): Promise<string> {
  const rows = await tx
    .selectFrom('grids')
    .select(['name', 'level'])
    .where('street_id', '=', system.streetId)
    .where('path', 'in', [ancestorAt(gridPath, 0), gridPath])
    .orderBy('level')
    .execute()
  return rows.map(({ name }) => name).join('')
}

async function print(id: string, asking: Asking): Promise<Result<OutputOf<'certificates.print'>>> {
  const { actor, system } = asking
  const row = await certificateRows(asking).where('id', '=', id).executeTakeFirst()
  const isHis = row?.person_id === actor.personId
  const may =
    row && (isHis || mayAt(actor, 'certificate.issue', { gridPath: row.grid_path, buildingId: null }))
  if (!row || !may || row.state !== 'issued' || !row.no || !row.code || row.issued_at === null)
    return refuse('NOT_FOUND')
  const paper: Paper = {
    no: row.no,
    code: row.code,
    name: openName(asking, row),
    fromDay: row.from_day,
    toDay: row.to_day,
    minutes: row.minutes ?? 0,
    times: row.times ?? 0,
    services: (await servicesIn(asking, row, LISTED)).map((one) => ({
      ...one,
      minutes: Number(one.minutes),
    })),
    issuer: await issuerOf(asking, row.grid_path),
    handler: (await personNames(asking, [row.issued_by])).get(row.issued_by ?? '') ?? '',
    issuedAt: row.issued_at,
    publicUrl: system.publicUrl,
  }
  // Loaded only when used: fonts and their machinery are heavy, and few ever print.
  const { certificateSheet } = await import('../volunteers/certificate-sheet')
  // The cloud functions carry neither (config/functions.mjs) and answer nothing.
  const bytes: Uint8Array | null = await certificateSheet(paper)
  if (bytes === null) return refuse('UNAVAILABLE')
  return ok({ name: `${row.no}.pdf`, base64: Buffer.from(bytes).toString('base64') })
}

async function waiting(asking: Asking): Promise<Result<OutputOf<'certificates.waiting'>>> {
  const grids = asking.actor.grants
    .filter(({ role }) => reachOf('certificate.issue', role) === 'grid')
    .map(({ gridPath }) => gridPath)
  const rows = await certificateRows(asking)
    .where((is) => is.or(grids.map((path) => under('grid_path', path))))
    .orderBy('state')
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  const items: OutputOf<'certificates.waiting'>['items'] = []
  for (const row of rows)
    items.push({
      ...certificateOf(row),
      name: openName(asking, row),
      counted: Math.max(0, (await servedIn(asking, row)).minutes),
    })
  return ok({ items })
}

type Names =
  | 'certificates.ask'
  | 'certificates.waiting'
  | 'certificates.issue'
  | 'certificates.decline'
  | 'certificates.revoke'
  | 'certificates.print'
  | 'certificates.verify'

export const certificateHandlers: HandlersOf<Names> = {
  'certificates.ask': askFor,
  'certificates.waiting': (_, asking) => waiting(asking),
  'certificates.issue': ({ id }, asking) => issue(id, asking),
  'certificates.decline': decline,
  'certificates.revoke': revoke,
  'certificates.print': ({ id }, asking) => print(id, asking),
  'certificates.verify': async ({ no, code }, asking) => {
    const row = await certificateRows(asking).where('no', '=', no).where('code', '=', code).executeTakeFirst()
    if (!row || row.issued_at === null) return ok({ found: null })
    return ok({
      found: {
        no,
        name: maskedName(openName(asking, row)),
        fromDay: row.from_day,
        toDay: row.to_day,
        minutes: row.minutes ?? 0,
        times: row.times ?? 0,
        issuer: await issuerOf(asking, row.grid_path),
        issuedAt: row.issued_at,
        revoked: row.state === 'revoked',
      },
    })
  },
}
