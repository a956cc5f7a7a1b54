import type { OutputOf, ParsedOf } from '#contracts/operations'
import { SHEET_KEYS, SHEETS } from '#core/importing/sheets'
import { gridsFor, mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { exportTable } from '../importing/export'
import { fileOf, firstOf, givenFile, workbookFile } from '../importing/files'
import { importFile, type Outcome } from '../importing/import'
import { residentTable } from '../importing/residents'
import { templateTables } from '../importing/template'
import type { Asking, HandlersOf } from '../operation'

type RegisterOperation =
  | 'register.preview'
  | 'register.import'
  | 'register.template'
  | 'register.export'
  | 'register.exportResidents'

export const registerHandlers: HandlersOf<RegisterOperation> = {
  'register.preview': async (file, asking) => {
    const outcome = await bring(asking, file, true)
    if (outcome.ok) return ok({ summary: summaryOf(outcome), problems: [], more: 0 })
    return ok({ summary: [], ...firstOf(outcome.problems) })
  },

  'register.import': async (file, asking) => {
    const outcome = await bring(asking, file, false)
    return outcome.ok ? ok({ summary: summaryOf(outcome) }) : refuse('FILE_REFUSED')
  },

  'register.template': async () => ok(await workbookFile('导入模板', templateTables())),

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

type File = ParsedOf<'register.import'>

/** Within the transaction: only who may import at all makes us unfold his file. */
const bring = ({ tx, actor, now, system }: Asking, file: File, rehearsal: boolean) =>
  importFile(
    tx,
    givenFile(file),
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
