import { Failure } from '../../failure'

type Answer = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type Ask = (resolve: (answer: Answer) => void, about: { referrer: string }) => void

/** Whoever tries this phone has agreed to the privacy contract long ago, until a test says otherwise. */
const privacy = {
  needed: false,
  /** The answer to WeChat's own question, which it asks where the mini-program does not ask itself. */
  answer: 'disagree' as Answer['event'],
}
let ask: Ask | undefined
/** Ids of the buttons for agreeing that a finger has touched. */
const agreedWith = new Set<string>()

/** For tests: the contract waits for an answer again. */
export function setPrivacy(now: Partial<typeof privacy>): void {
  Object.assign(privacy, now)
  agreedWith.clear()
}

/** A finger on <button open-type="agreePrivacyAuthorization">: that is the agreement. */
export function agreeWith(buttonId: string): void {
  agreedWith.add(buttonId)
  privacy.needed = false
}

const refused = (more = '') => new Failure(`privacy permission is not authorized${more}`, { errno: 104 })

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.onNeedPrivacyAuthorization.html:
 * what is private waits until somebody has agreed, and fails when he refuses.
 */
export async function agreement(referrer: string): Promise<void> {
  if (!privacy.needed) return
  const { event, buttonId } = await (ask ? asked(ask, referrer) : askedByWechat())
  if (event === 'disagree') throw refused()
  if (ask && !agreedWith.has(buttonId ?? '')) throw refused(' or buttonId is wrong')
  privacy.needed = false
}

const askedByWechat = async (): Promise<Answer> => ({ event: privacy.answer })

const asked = (question: Ask, referrer: string): Promise<Answer> =>
  new Promise((resolve) => {
    question((answer) => answer.event !== 'exposureAuthorization' && resolve(answer), { referrer })
  })

/** Only the last listener counts. */
export const onNeedPrivacyAuthorization = (listener: Ask): void => {
  ask = listener
}

export const privacyOfWx = {
  getPrivacySetting: () => ({
    needAuthorization: privacy.needed,
    privacyContractName: '《用户隐私保护指引》',
  }),
  requirePrivacyAuthorize: () => agreement('requirePrivacyAuthorize'),
  openPrivacyContract: () => undefined,
}
