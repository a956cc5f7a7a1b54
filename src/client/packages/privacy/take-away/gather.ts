import { PERSONAL_DATA } from '#core/people/personal-data'
import { call } from '../../../call'
import type { Answer } from '../../../platform/transport'
import type { Taken } from './file'

/** Kinds of which the file tells only how much there is: nothing of theirs is to follow. */
const TOLD: readonly string[] = PERSONAL_DATA.filter((row) => row.export === 'told').map(({ kind }) => kind)

/** Fetches what did not fit into the first answer, kind by kind, until the file is whole. */
export async function gather(begun: Taken): Promise<Answer<Taken>> {
  const parts: Taken['parts'] = []
  for (const part of begun.parts) {
    const rows = [...part.rows]
    while (rows.length < part.count && !TOLD.includes(part.kind)) {
      const more = await call('people.exportMore', { kind: part.kind, skip: rows.length })
      if (!more.ok) return more
      // What was there a moment ago has been cleared away meanwhile.
      if (more.data.rows.length === 0) break
      rows.push(...more.data.rows)
    }
    parts.push({ ...part, rows })
  }
  return { ok: true, data: { ...begun, parts } }
}
