import {
  type InferOutput,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  transform,
  union,
} from 'valibot'
import { type Doubt, PASS, UNASKED, type Verdict } from '#core/content/verdict'
import type { WechatAnswer, WechatApi, WechatCall } from '../wechat/api'
import type { ContentCheck, Handed } from './check'

/** Version 2 of both checks; 3 is 论坛: what residents tell each other. */
const SCENE = { version: 2, scene: 3 } as const
/** 资料: a name somebody wants to be shown by. */
const PROFILE = { scene: 1 } as const
const IMAGE = 2

/** WeChat's 命中标签; 100 is 正常. A label it adds later is `other`. */
const LABELS: Record<string, Doubt> = {
  10001: 'advert',
  20001: 'politics',
  20002: 'porn',
  20003: 'abuse',
  20006: 'crime',
  20008: 'fraud',
  20012: 'vulgar',
  20013: 'copyright',
  21000: 'other',
}

/** What both checks call the result. Depending on the way it comes, a label is a number or a text. */
export const wechatResult = object({
  suggest: picklist(['pass', 'review', 'risky']),
  label: optional(pipe(union([string(), number()]), transform(String)), '21000'),
})

export const verdictOf = ({ suggest, label }: InferOutput<typeof wechatResult>): Verdict =>
  suggest === 'pass' ? PASS : { says: suggest, doubt: LABELS[label] ?? 'other' }

/** Cloud functions answer in camel case. */
const taken = union([
  pipe(
    object({ trace_id: string() }),
    transform(({ trace_id }) => trace_id),
  ),
  pipe(
    object({ traceId: string() }),
    transform(({ traceId }) => traceId),
  ),
])

/** 87014: the words are against the rules; version 1 said so by errcode, and nothing promises that 2 never does. */
const RISKY = 87014
/** 61010: WeChat has not seen this person within two hours, as with a draft that went out late. Nobody's fault. */
const NOT_SEEN_LATELY = 61010
/** 45009 and 45011: more than the account may ask in this minute or on this day. */
const TOO_MANY = [45009, 45011]

/**
 * WeChat's msgSecCheck and mediaCheckAsync. Whatever keeps WeChat from judging ends with a person who looks: a
 * report is never lost because WeChat is down, and never shown because nobody asked.
 */
export function throughWechat(api: WechatApi, report: (surprise: Error) => void): ContentCheck {
  const ask = async (name: WechatCall, body: Record<string, unknown>): Promise<WechatAnswer> => {
    try {
      const answer = await api.call(name, { ...SCENE, ...body })
      if (answer.kind === 'refused' && isOurs(answer.errcode))
        report(new Error(`${name} answered errcode ${answer.errcode}`))
      return answer
    } catch (surprise) {
      report(surprise as Error)
      return { kind: 'unreachable' }
    }
  }
  return {
    photosBegin: 'pending',
    words: async ({ openid, title, text }) =>
      wordsVerdict(await ask('security.msgSecCheck', { openid, title, content: text })),
    name: async ({ openid, name }) =>
      wordsVerdict(await ask('security.msgSecCheck', { ...PROFILE, openid, content: name })),
    photo: async ({ openid, address }) =>
      handed(await ask('security.mediaCheckAsync', { openid, media_url: address, media_type: IMAGE })),
  }
}

/** Any other code (40003 wrong openid, 40129 scene, 47001 shape, 48001 no right) is ours to mend. */
const isOurs = (errcode: number): boolean => ![RISKY, NOT_SEEN_LATELY, ...TOO_MANY].includes(errcode)

function wordsVerdict(answer: WechatAnswer): Verdict {
  if (answer.kind === 'refused' && answer.errcode === RISKY) return { says: 'risky', doubt: 'other' }
  if (answer.kind !== 'answered') return UNASKED
  const { success, output } = safeParse(object({ result: wechatResult }), answer.data)
  return success ? verdictOf(output.result) : UNASKED
}

function handed(answer: WechatAnswer): Handed {
  if (answer.kind === 'unreachable') return { kind: 'later' }
  if (answer.kind === 'refused')
    return TOO_MANY.includes(answer.errcode) ? { kind: 'later' } : { kind: 'said', verdict: UNASKED }
  const { success, output } = safeParse(taken, answer.kind === 'answered' ? answer.data : null)
  return success ? { kind: 'taken', trace: output } : { kind: 'later' }
}
