import type { OutputOf, ParsedOf } from '#contracts/operations'
import { SHEET_KEYS, SHEETS } from '#core/importing/sheets'
import { gridsFor, mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { exportTable } from '../importing/export'
import { importFile, type Outcome } from '../importing/import'
import { residentTable } from '../importing/residents'
import { csvOf, type Table, templateTables, workbookOf } from '../importing/template'
import type { Asking, HandlersOf } from '../operation'

type RegisterOperation =
  | 'register.preview'
  | 'register.import'
  | 'register.template'
  | 'register.export'
  | 'register.exportResidents'

/** Enough to mend a file by; what follows from the first ones goes away with them. */
const MOST_PROBLEMS = 100

export const registerHandlers: HandlersOf<RegisterOperation> = {
  'register.preview': async (file, asking) => {
    const outcome = await bring(asking, file, true)
    if (outcome.ok) return ok({ summary: summaryOf(outcome), problems: [], more: 0 })
    const { problems } = outcome
    return ok({
      summary: [],
      problems: problems.slice(0, MOST_PROBLEMS),
      more: Math.max(problems.length - MOST_PROBLEMS, 0),
    })
  },

  'register.import': async (file, asking) => {
    const outcome = await bring(asking, file, false)
    return outcome.ok ? ok({ summary: summaryOf(outcome) }) : refuse('FILE_REFUSED')
  },

  'register.template': async () =>
    ok({ name: '导入模板.xlsx', base64: base64Of(await workbookOf(templateTables())) }),

  'register.export': async ({ gridPath, what, as }, asking) => {
    if (!mayAt(asking.actor, 'register.export', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    return ok(await fileOf(await exportTable(asking, what, gridPath), as))
  },

  'register.exportResidents': async ({ gridPath, purpose, as }, asking) => {
    const place = { gridPath, buildingId: null }
    if (!mayAt(asking.actor, 'resident.export', place)) return refuse('FORBIDDEN')
    const withPhones = mayAt(asking.actor, 'resident.export_phones', place) !== null
    const table = await residentTable(asking, { gridPath, purpose, withPhones })
    return table.ok ? ok({ ...(await fileOf(table.value, as)), masked: !withPhones }) : table
  },
}

async function fileOf(table: Table, as: 'xlsx' | 'csv') {
  const bytes = as === 'csv' ? csvOf(table.rows) : await workbookOf([table])
  return { name: `${table.name}.${as}`, base64: base64Of(bytes), rows: table.rows.length - 1 }
}

type File = ParsedOf<'register.import'>

/** Within the transaction: only who may import at all makes us unfold his file. */
const bring = ({ tx, actor, now, system }: Asking, { name, base64 }: File, rehearsal: boolean) =>
  importFile(
    tx,
    { name, bytes: Buffer.from(base64, 'base64') },
    {
      streetId: system.streetId,
      scope: gridsFor(actor, 'register.import'),
      vault: system.vault,
      newId: system.newId,
      by: actor.personId,
      now,
    },
    rehearsal,
  )

const summaryOf = ({ summary }: Extract<Outcome, { ok: true }>): OutputOf<'register.import'>['summary'] =>
  SHEET_KEYS.map((sheet) => ({ sheet, name: SHEETS[sheet].name, ...summary[sheet] })).filter(
    ({ added, changed, same }) => added + changed + same > 0,
  )

const base64Of = (bytes: Buffer): string => bytes.toString('base64')
