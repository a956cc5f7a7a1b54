import type { InputOf, OutputOf } from '#contracts/operations'
import type { Template } from '#core/messages/worth'
import { askToSubscribe, canSubscribe } from './platform/subscribe'
import { isBanned, mayAsk, noteAnswers } from './stores/message-rests'
import { useSession } from './stores/session'
import { useAsk } from './use-ask'
import { useCommand } from './use-command'

type Offer = OutputOf<'messages.mine'>['templates'][number]

/** WeChat asks for so many templates at a time. */
const AT_ONCE = 3

export interface Messages {
  /** Those of the wanted kinds that this person can be asked for, and how many of each he still gets. */
  offers: Offer[]
  /**
   * Asks for one more of each, in the handler of a tap and without ever holding it up. `byTheWay`, beside what the
   * tap is for: whoever has lately said no is not asked. Answers whether anything was granted.
   */
  ask(how: 'byTheWay' | 'wanted'): Promise<boolean>
}

/** 微信提醒 of these kinds, for a person who came in by WeChat; for everybody else there is nothing to ask. */
export function useMessages(wanted: readonly Template[]): Messages {
  const token = useSession((session) => session.token)
  const { data } = useAsk('messages.mine', {}, { enabled: canSubscribe() && Boolean(token) })
  const { send } = useCommand('messages.grant')
  const known = data?.templates ?? []
  const offers = known.filter(({ template, id }) => wanted.includes(template) && !isBanned(id))

  return {
    offers,
    async ask(how) {
      const asked = offers.filter(({ id }) => how === 'wanted' || mayAsk(id, Date.now())).slice(0, AT_ONCE)
      if (asked.length === 0) return false
      const said = await askToSubscribe(asked.map(({ id }) => id))
      noteAnswers(said, Date.now())
      const answers: InputOf<'messages.grant'>['answers'] = []
      for (const { template, id } of asked) {
        const answer = said.get(id)
        if (answer) answers.push({ template, answer })
      }
      if (answers.length > 0) await send({ answers })
      return answers.some(({ answer }) => answer === 'accept')
    },
  }
}
