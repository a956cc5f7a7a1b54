import { dueAfter } from '#core/concerns/deadlines'
import { ANSWER_CORRECTION, type Correctable } from '#core/people/corrections'
import { gridsFor, mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import { loadCalendar } from '../concerns/load-calendar'
import { tellPeople } from '../heads/tell'
import type { HandlersOf } from '../operation'
import {
  answerOf,
  correctionsIn,
  findForAnswer,
  homeGridOf,
  keepersOf,
  openWords,
  wordsPlace,
} from '../people/corrections'
import { sealsOf } from '../people/personal-keys'
import { anyOf } from '../queries/reach'
import { under } from '../queries/under'

type CorrectionOperation =
  | 'corrections.mine'
  | 'corrections.ask'
  | 'corrections.waiting'
  | 'corrections.answer'

export const correctionHandlers: HandlersOf<CorrectionOperation> = {
  'corrections.mine': async (_, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const rows = await correctionsIn(asking).where('k.person_id', '=', personId).limit(50).execute()
    return ok({
      items: rows.map(({ id, askedAt, dueAt, corrected, answeredAt, ...row }) => ({
        ...{ id, askedAt, dueAt, corrected, answeredAt },
        about: row.about as Correctable,
        words: openWords(asking, { ...row, id }),
        answer: answerOf(asking, { ...row, id }),
      })),
    })
  },

  'corrections.ask': async ({ about, words }, asking) => {
    const { tx, now, system } = asking
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const id = system.newId()
    const { at: dueAt } = dueAfter(now, ANSWER_CORRECTION, await loadCalendar(tx))
    const gridPath = await homeGridOf(asking, personId)
    const own = await sealsOf(tx, system, personId, now)
    const taken = await tx
      .insertInto('corrections')
      .values({
        street_id: system.streetId,
        id,
        person_id: personId,
        grid_path: gridPath,
        about,
        words_enc: own.seal(words, wordsPlace(id)),
        asked_at: now,
        due_at: dueAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['street_id', 'person_id', 'about']).where('answered_at', 'is', null).doNothing(),
      )
      .executeTakeFirst()
    // One about each thing at a time: the first still waits for its answer.
    if (Number(taken.numInsertedOrUpdatedRows) === 0) return refuse('NOT_IN_THIS_STATE')
    const personIds = (await keepersOf(asking.tx, system.streetId, { gridPath, now })).filter(
      (one) => one !== personId,
    )
    await tellPeople(tx, system, { personIds, kind: 'correction_asked', title: '', now })
    return ok({ id, dueAt })
  },

  'corrections.waiting': async (_, asking) => {
    const rows = await correctionsIn(asking)
      .where('k.answered_at', 'is', null)
      .where('k.person_id', '<>', asking.actor.personId)
      .where(anyOf(gridsFor(asking.actor, 'correction.answer').map((path) => under('k.grid_path', path))))
      .limit(100)
      .execute()
    return ok({
      items: rows.map(({ id, askedAt, dueAt, name, gridName, ...row }) => ({
        ...{ id, askedAt, dueAt, name, gridName },
        about: row.about as Correctable,
        words: openWords(asking, { ...row, id }),
      })),
    })
  },

  'corrections.answer': async ({ id, corrected, words }, asking) => {
    const { tx, actor, now, system } = asking
    const asked = await findForAnswer(asking, id)
    if (!asked || !actor.personId) return refuse('NOT_FOUND')
    if (asked.personId === actor.personId) return refuse('SELF_APPROVAL')
    if (!mayAt(actor, 'correction.answer', { gridPath: asked.gridPath, buildingId: null }))
      return refuse('FORBIDDEN')
    const own = await sealsOf(tx, system, asked.personId, now)
    await tx
      .updateTable('corrections')
      .set({
        answered_by: actor.personId,
        answered_at: now,
        corrected,
        answer_enc: own.seal(words, `${wordsPlace(id)}:answer`),
      })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
    const kind = corrected ? 'correction_done' : 'correction_refused'
    await tellPeople(tx, system, { personIds: [asked.personId], kind, title: '', now })
    return ok({ done: true })
  },
}
