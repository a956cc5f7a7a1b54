import type { OutputOf } from '#contracts/operations'
import { grantsChanged } from '#core/messages/grants'
import { TEMPLATES } from '#core/messages/worth'
import { ok, refuse } from '#core/result'
import { changeGrants, NO_GRANTS, openGrants } from '../messages/grants'
import type { Asking, HandlersOf } from '../operation'
import { needConsent } from '../people/consents'
import { hasOpenid } from '../people/openids'

export const messageHandlers: HandlersOf<'messages.mine' | 'messages.grant'> = {
  'messages.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok(await mineOf(asking, personId)) : refuse('NOT_AUTHENTICATED')
  },

  'messages.grant': async ({ answers }, asking) => {
    const { tx, now, system } = asking
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const offered = (await mineOf(asking, personId)).templates.map(({ template }) => template)
    const asked = answers.filter(({ template }) => offered.includes(template))

    if (asked.some(({ answer }) => answer === 'accept')) {
      const free = await needConsent(asking, personId, 'messages')
      if (!free.ok) return free
    }
    const changes = grantsChanged(asked, await leftTo(asking, personId))
    const whose = { streetId: system.streetId, personId }
    await changeGrants(tx, whose, changes, { at: now, newId: system.newId })
    return ok(await mineOf(asking, personId))
  },
}

/** Nothing for whoever does not come from WeChat: no message would ever reach him. */
async function mineOf(asking: Asking, personId: string): Promise<OutputOf<'messages.mine'>> {
  const { tx, system } = asking
  if (!(await hasOpenid(tx, system.streetId, personId))) return { templates: [] }
  const left = await leftTo(asking, personId)
  return {
    templates: TEMPLATES.flatMap((template) => {
      const id = system.messageTemplates[template]?.id
      return id ? [{ template, id, left: left[template] }] : []
    }),
  }
}

const leftTo = async ({ tx, system }: Asking, personId: string) =>
  (await openGrants(tx, system.streetId, [personId])).get(personId) ?? NO_GRANTS
