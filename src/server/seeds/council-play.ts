import type { OperationName, OutputOf, ParsedOf } from '#contracts/operations'
import { byItself } from '../council/clock'
import { findMotionForStep } from '../council/load'
import { handlers } from '../handlers'
import type { Asking, Handler } from '../operation'
import { actorOf } from '../people/actors'
import type { Vault } from '../people/vault'
import { openPhotoLinks } from '../photos/links'
import type { Tx } from '../storage/database'
import { digits, STREET } from './codes'

/** The council's story is played by the operations themselves, each at its own instant of the past. */
export interface Play {
  /** What somebody does; a refusal means the story cannot be. `ids` are given to what comes into being. */
  does<Name extends OperationName>(deed: Deed, name: Name, input: ParsedOf<Name>): Promise<OutputOf<Name>>
  /** What is due on a motion happens by itself. */
  strikes(motionId: string, at: number): Promise<void>
}

interface Deed {
  person: string
  at: number
  ids?: string[]
}

/** `prefix`: of what comes into being in this play. */
export function playIn(tx: Tx, vault: Vault, prefix = 'mc'): Play {
  let made = 0
  const system = (ids: string[] = []): Asking['system'] => ({
    streetId: STREET,
    mode: 'development',
    vault,
    messageTemplates: {},
    photoLinks: openPhotoLinks(vault),
    publicUrl: null,
    leadsHere: async () => false,
    newId() {
      made += 1
      return ids.shift() ?? `${prefix}.${digits(made, 5)}`
    },
    report(surprise) {
      throw surprise
    },
  })
  return {
    async does({ person, at, ids }, name, input) {
      const actor = await actorOf(tx, STREET, person, at)
      const now = { now: at, instant: async () => at }
      const asking = { tx, actor, ...now, sessionHash: null, outside: {}, system: system(ids) }
      // The table ties each name to its own input; the compiler cannot follow one name through all of them.
      const answer = await (handlers[name] as Handler<typeof name>)(input, asking)
      if (!answer.ok) throw new Error(`nobody can ${name} as ${person}: ${answer.refusal}`)
      return answer.value
    },
    async strikes(motionId, at) {
      const kept = await findMotionForStep(tx, { streetId: STREET, id: motionId })
      if (!kept) throw new Error(`no motion ${motionId}`)
      await byItself(tx, { ...system(), clock: async () => at }, kept, at)
    },
  }
}
