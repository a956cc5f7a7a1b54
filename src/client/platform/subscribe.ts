import Taro from '@tarojs/taro'
import { ANSWERS, type Answer } from '#core/messages/grants'

/** Only WeChat brings messages to somebody who is not in the app; a browser asks for nothing. */
export const canSubscribe = (): boolean => ON_WECHAT

/** `acceptWithAudio`, `acceptWithAlert`: accepted, with a louder ring. */
const answerIn = (said: unknown): Answer | undefined =>
  typeof said === 'string' && said.startsWith('accept') ? 'accept' : ANSWERS.find((known) => known === said)

/**
 * WeChat's own question, for three templates at most: what was said to each id. Nothing when WeChat would not ask,
 * because it is too old, the person has closed all messages, or no finger is on the screen: it has to be called in
 * the very handler of a tap, before anything is waited for.
 */
export async function askToSubscribe(ids: string[]): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  try {
    // Taro's type forgets the keys that are ids.
    const said: object = await Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] })
    for (const id of ids) {
      const answer = answerIn((said as Record<string, unknown>)[id])
      if (answer) answers.set(id, answer)
    }
  } catch {
    // Whatever the reason: the inbox has everything, and the person's errand goes on.
  }
  return answers
}
