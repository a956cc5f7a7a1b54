import { againstByAge, ageStandingOf } from '#core/people/age'
import { ok, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import type { HandlersOf } from '../operation'
import { birthOf, keepBirth } from '../people/birth'
import {
  answerWard,
  askGuardian,
  guardianOf,
  guardianshipForStep,
  neighbourWithPhone,
  wardsOf,
} from '../people/guardians'
import { personNames } from '../queries/names'

type GuardianOperation = 'people.leaveBirth' | 'guardians.mine' | 'guardians.ask' | 'guardians.answer'

export const guardianHandlers: HandlersOf<GuardianOperation> = {
  'people.leaveBirth': async (born, { tx, actor, now, system }) => {
    const { personId } = actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    // Under fourteen nothing is kept: his guardian acts.
    const refusal = againstByAge('account', { born, guardianAgreed: false, now })
    if (refusal) return refuse(refusal)
    return (await keepBirth(tx, system, { personId, born }))
      ? ok({ done: true })
      : refuse('NOT_IN_THIS_STATE')
  },

  'guardians.mine': async (_, asking) => {
    const { tx, actor, now, system } = asking
    const { personId } = actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const born = await birthOf(tx, system, personId)
    const guardian = await guardianOf(asking, personId)
    return ok({
      born,
      standing: ageStandingOf(born, now),
      guardian: guardian && { agreed: guardian.agreed_at !== null },
      wards: await wardsOf(asking, personId),
    })
  },

  'guardians.ask': async ({ phone }, asking) => {
    const { tx, actor, now, system } = asking
    const { personId } = actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    if (ageStandingOf(await birthOf(tx, system, personId), now) !== 'minor')
      return refuse('NOT_IN_THIS_STATE')
    const guardianId = await neighbourWithPhone(asking, { personId, phone })
    // The answer is the same either way: it must not tell whose number it is.
    if (guardianId) {
      await askGuardian(asking, { minorId: personId, guardianId })
      const title = (await personNames(asking, [personId])).get(personId) ?? ''
      await tellPeople(tx, system, { personIds: [guardianId], kind: 'guardian_asked', title, now })
    }
    return ok({ done: true })
  },

  'guardians.answer': async ({ id, agree }, asking) => {
    const { tx, actor, now, system } = asking
    const found = await guardianshipForStep(asking, id)
    if (!found || !actor.personId) return refuse('NOT_FOUND')
    const born = await birthOf(tx, system, actor.personId)
    const refusal = agree ? againstByAge('guard', { born, guardianAgreed: false, now }) : null
    if (refusal) return refuse(refusal)
    await answerWard(asking, { id, agree })
    const kind = agree ? 'guardian_agreed' : 'guardian_declined'
    await tellPeople(tx, system, { personIds: [found.minor_id], kind, title: '', now })
    return ok({ done: true })
  },
}
