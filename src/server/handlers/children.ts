import type { OutputOf, ParsedOf } from '#contracts/operations'
import { ageStandingOf } from '#core/people/age'
import { againstHandingOver, againstRegistering, againstTakingOver } from '#core/people/children'
import { ok, type Result, refuse } from '#core/result'
import { tellPeople } from '../heads/tell'
import type { Asking, HandlersOf } from '../operation'
import { birthOf, keepBirth } from '../people/birth'
import {
  type Child,
  childForStep,
  childrenOf,
  childWithCode,
  consentsFor,
  endChild,
  forgetHelpedChild,
  joinHelpedChild,
  keepChild,
  makeCode,
  mattersOf,
  sayFor,
} from '../people/children'

type ChildOperation = `children.${'mine' | 'register' | 'say' | 'remove' | 'handOver' | 'takeOver'}`
type Done = Result<{ done: boolean }>
const DONE: Done = ok({ done: true })

export const childHandlers: HandlersOf<ChildOperation> = {
  'children.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok({ children: await mineOf(asking, personId) }) : refuse('NOT_AUTHENTICATED')
  },
  'children.register': register,
  'children.say': ({ id, purpose, given }, asking) =>
    asGuardian(asking, id, async (child) => {
      if (given && againstHandingOver(child.born, asking.now) === null) return refuse('OLD_ENOUGH')
      await sayFor(asking, { childId: id, purpose, given })
      if (!given && purpose === 'report') await forgetHelpedChild(asking, id)
      return DONE
    }),
  'children.remove': ({ id }, asking) =>
    asGuardian(asking, id, async () => {
      await forgetHelpedChild(asking, id)
      await endChild(asking, id, { ended_kind: 'removed' })
      return DONE
    }),
  'children.handOver': ({ id }, asking) =>
    asGuardian(asking, id, async (child) => {
      const refusal = againstHandingOver(child.born, asking.now)
      if (refusal) return refuse(refusal)
      await makeCode(asking, child)
      return DONE
    }),
  'children.takeOver': takeOver,
}

async function asGuardian(asking: Asking, id: string, deed: (child: Child) => Promise<Done>): Promise<Done> {
  const { personId } = asking.actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const child = await childForStep(asking, { id, guardianId: personId })
  return child ? deed(child) : refuse('NOT_FOUND')
}

async function mineOf(asking: Asking, personId: string): Promise<OutputOf<'children.mine'>['children']> {
  const shown: OutputOf<'children.mine'>['children'] = []
  for (const { id, name, born, code } of await childrenOf(asking, personId))
    shown.push({
      id,
      name,
      born,
      grown: ageStandingOf(born, asking.now) !== 'child',
      code: code && code.until > asking.now ? code : null,
      matters: await mattersOf(asking, id),
      purposes: await consentsFor(asking, id),
    })
  return shown
}

async function register(
  { name, born, agreed }: ParsedOf<'children.register'>,
  asking: Asking,
): Promise<Done> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const guardian = {
    born: await birthOf(tx, system, personId),
    atHome: actor.realNameLevel >= 2,
    children: (await childrenOf(asking, personId)).length,
  }
  const refusal = againstRegistering({ guardian, child: born, now })
  if (refusal) return refuse(refusal)
  await keepChild(asking, { guardianId: personId, name, born, agreed })
  return DONE
}

/** 满14岁，自己接过去: what was reported for him is his own as well; what the guardian kept of him is gone. */
async function takeOver({ code }: ParsedOf<'children.takeOver'>, asking: Asking): Promise<Done> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const child = await childWithCode(asking, code)
  if (!child) return refuse('NOT_FOUND')
  const own = { personId, born: await birthOf(tx, system, personId) }
  const refusal =
    againstHandingOver(child.born, now) ??
    againstTakingOver(own, { guardianId: child.guardianId, child: child.born })
  if (refusal) return refuse(refusal)
  await keepBirth(tx, system, { personId, born: child.born })
  await joinHelpedChild(asking, { childId: child.id, personId })
  await endChild(asking, child.id, { ended_kind: 'grown', person_id: personId })
  await tellPeople(tx, system, { personIds: [child.guardianId], kind: 'child_grown', title: '', now })
  return DONE
}
