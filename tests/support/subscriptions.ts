import type { Received, Said } from './wechat'

/** The template ids of the tests, as WECHAT_TEMPLATES names them. */
export const TEMPLATE_IDS = {
  progress: 'id-progress',
  result: 'id-result',
  work: 'id-work',
  council: 'id-council',
  booking: 'id-booking',
} as const
export const WECHAT_TEMPLATES = Object.entries(TEMPLATE_IDS)
  .map(([template, id]) => `${template}=${id}`)
  .join(',')

export interface Letter {
  touser: string
  template_id: string
  page: string
  data: Record<string, { value: string }>
}

/**
 * subscribeMessage.send as its documentation describes it: one grant, one message, then 43101; a field that is empty,
 * too long or of the wrong kind is 47003; two at once to the same person are 43108.
 */
export function subscriptions() {
  const granted = new Map<string, number>()
  const letters: Letter[] = []
  const nameOf = (openid: string, templateId: string) => `${openid} ${templateId}`

  const take = (letter: Letter): Said => {
    const { touser, template_id: id } = letter
    if (!Object.values(TEMPLATE_IDS).some((known) => known === id)) return refusal(40037)
    if (!Object.entries(letter.data).every(([name, { value }]) => fits(name, value))) return refusal(47003)
    const left = granted.get(nameOf(touser, id)) ?? 0
    if (left === 0) return refusal(43101)
    granted.set(nameOf(touser, id), left - 1)
    letters.push(letter)
    // A number as long as WeChat's: JavaScript cannot hold it, so it is written as text.
    return `{"errcode":0,"errmsg":"ok","msgid":198881081232436429${letters.length}}`
  }
  return {
    letters,
    grant(openid: string, template: keyof typeof TEMPLATE_IDS, n = 1) {
      const name = nameOf(openid, TEMPLATE_IDS[template])
      granted.set(name, (granted.get(name) ?? 0) + n)
    },
    answer({ path, body }: Received): Said {
      if (path === '/cgi-bin/stable_token') return { access_token: 'token', expires_in: 7200 }
      if (path === '/wxa/msg_sec_check') return { errcode: 0, result: { suggest: 'pass', label: 100 } }
      return path === '/cgi-bin/message/subscribe/send' ? take(body as Letter) : refusal(48001)
    },
  }
}

export const refusal = (errcode: number) => ({ errcode, errmsg: `refused, rid: ${errcode}` })

const FITS: Record<string, RegExp> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  time: /^\d{4}年\d{2}月\d{2}日 \d{2}:\d{2}$/,
}
const fits = (name: string, value: string): boolean => FITS[name.replace(/\d+$/, '')]?.test(value) ?? false
