import type { InputOf } from '#contracts/operations'
import type { MeetingEventKind } from '#core/council/meeting/events'
import { room as words } from '../../../texts/meetings'
import { isSettled, useCommand } from '../../../use-command'
import type { Live } from './use-live'

type Name<Kind extends MeetingEventKind> = `meetings.${Kind}`

/** One act at a meeting; whatever came of it, the room is looked at again at once. */
export function useAct<Kind extends MeetingEventKind>(kind: Kind, live: Pick<Live, 'refresh'>) {
  const { send, sending, failure, clear } = useCommand<Name<Kind>>(`meetings.${kind}`, words.title)
  const act = async (input: InputOf<Name<Kind>>): Promise<boolean> => {
    const answer = await send(input)
    live.refresh()
    return isSettled(answer)
  }
  return { act, sending, failure, clear }
}
