import { number, object, pipe, safeParse, string, transform, union } from 'valibot'
import { isMobile } from '#core/people/phone'
import type { Refusal } from '#core/refusals'
import { ok, type Result, refuse } from '#core/result'
import type { WechatApi } from './api'

/** Documented with `phonenumber.getPhoneNumber`; WeChat being busy (-1) is `unreachable` already. */
const REFUSALS: Record<number, Refusal> = {
  40029: 'PHONE_CODE_STALE', // wrong, five minutes old, or used before
  45009: 'RATE_LIMITED', // the account's quota
  45011: 'RATE_LIMITED', // too many in this minute
}

/** The documentation shows the country code as text and as a number. */
const answer = object({
  phone_info: object({
    purePhoneNumber: string(),
    countryCode: pipe(union([string(), number()]), transform(String)),
  }),
})

/** Changes the one-time code of a `getPhoneNumber` button into the number WeChat vouches for. */
export async function wechatPhone(api: WechatApi | null, code: string): Promise<Result<string>> {
  const said = api ? await api.call('phonenumber.getPhoneNumber', { code }) : null
  if (said?.kind === 'refused') {
    const refusal = REFUSALS[said.errcode]
    if (refusal) return refuse(refusal)
    // The account may not use this interface, or its bundle is empty: ours to mend.
    throw new Error(`getPhoneNumber answered errcode ${said.errcode}`)
  }
  const { success, output } = safeParse(answer, said?.kind === 'answered' ? said.data : null)
  return success ? mainland(output.phone_info) : refuse('UNAVAILABLE')
}

/** Those who call back call mainland mobiles; every other number is told so, and typing one remains. */
const mainland = ({
  purePhoneNumber: phone,
  countryCode,
}: {
  purePhoneNumber: string
  countryCode: string
}) => (countryCode === '86' && isMobile(phone) ? ok(phone) : refuse('PHONE_ABROAD'))
