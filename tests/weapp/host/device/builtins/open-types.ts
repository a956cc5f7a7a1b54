import type { Failure } from '../../failure'
import { agreement, agreeWith } from '../wx/privacy'
import { share } from '../wx/sharing'
import { type Builtin, documentElementOf, tell } from './component'
import { reach } from './reach'

type Detail = Record<string, unknown>

/** What the holder of the phone does after the tap; until a test decides, he turns back. */
const decided: Record<string, Detail> = {}

/** For tests: the detail the button's event carries from now on, by open-type. */
export const answerButtons = (now: Record<string, Detail>): void => void Object.assign(decided, now)

/** A button whose event carries what is private: the privacy contract comes first. */
const privately = (openType: string, refusal: string) => async (component: Builtin) => {
  const event = openType.toLowerCase()
  try {
    await agreement(`button.${openType}`)
    tell(component, event, decided[openType] ?? { errMsg: `${openType}:fail ${refusal}` })
  } catch (why) {
    const { message, more } = why as Failure
    tell(component, event, { errMsg: `${openType}:fail ${message}`, ...more })
  }
}

const plainly = (event: string, usual: Detail) => async (component: Builtin) =>
  tell(component, event, decided[event] ?? usual)

/** https://developers.weixin.qq.com/miniprogram/dev/component/button.html, as far as the app may use it. */
export const openTypes: Record<string, (component: Builtin) => Promise<unknown>> = {
  getPhoneNumber: privately('getPhoneNumber', 'user deny'),
  chooseAvatar: privately('chooseAvatar', 'cancel'),
  openSetting: plainly('opensetting', { errMsg: 'openSetting:ok', authSetting: {} }),
  contact: plainly('contact', { errMsg: 'enterContact:ok', path: '', query: {} }),
  async agreePrivacyAuthorization(component) {
    agreeWith(documentElementOf(component).id)
    tell(component, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  share: (component) =>
    share(reach.pages?.top, { id: documentElementOf(component).id, dataset: component.dataset }),
}
