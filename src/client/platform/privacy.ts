import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** What the app may ask of a phone and its holder may keep to himself. */
export type PrivateUse = 'photos' | 'place' | 'where' | 'scan' | 'phone' | 'face' | 'copy' | 'other'

/** WeChat's names of the interfaces that wait for the holder's consent, as `referrer` tells them. */
const USE_OF: Record<string, PrivateUse> = {
  chooseMedia: 'photos',
  chooseLocation: 'place',
  getLocation: 'where',
  'button.getPhoneNumber': 'phone',
  'button.chooseAvatar': 'face',
  setClipboardData: 'copy',
}

/**
 * What stands over the page. `ask`: WeChat holds an interface back until the holder consents. `rest`: he has just
 * refused and is not asked again so soon. `closed`: the permission is switched off in the settings.
 */
export interface Gate {
  kind: 'ask' | 'rest' | 'closed'
  use: PrivateUse
}

export const usePrivacy = create<{ gate: Gate | undefined }>(() => ({ gate: undefined }))
const stand = (gate: Gate | undefined): void => usePrivacy.setState({ gate })

/** WeChat checks that the button of this id was really pressed. */
export const AGREE_BUTTON = 'privacy-agree'

/** After a refusal WeChat wants ten seconds of peace. Milliseconds. */
const REST = 10_000

type Resolve = (said: Taro.onNeedPrivacyAuthorization.ResolveOption) => void
/** Interfaces held back; several may wait for the same answer. */
const heldBack: Resolve[] = []
let refusedAt = Number.NEGATIVE_INFINITY

/** From here on WeChat asks us before it hands over anything private; browsers ask by themselves. */
export function startPrivacy(): void {
  if (!ON_WECHAT || typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => needed(resolve, USE_OF[referrer] ?? 'other'))
}

function needed(resolve: Resolve, use: PrivateUse): void {
  if (Date.now() - refusedAt < REST) {
    resolve({ event: 'disagree' })
    stand({ kind: 'rest', use })
    return
  }
  heldBack.push(resolve)
  resolve({ event: 'exposureAuthorization' })
  stand({ kind: 'ask', use })
}

/** Called after the holder pressed AGREE_BUTTON: what was held back goes on. */
export function agree(): void {
  for (const resolve of heldBack.splice(0)) resolve({ event: 'agree', buttonId: AGREE_BUTTON })
  stand(undefined)
}

/** 先不: what was held back fails, and the app goes on without it. */
export function refuse(): void {
  if (heldBack.length > 0) refusedAt = Date.now()
  for (const resolve of heldBack.splice(0)) resolve({ event: 'disagree' })
  stand(undefined)
}

/** The page with the question is left: that is a no, too. */
export function leave(): void {
  if (heldBack.length > 0) refuse()
}

/** The guideline as it was filed with WeChat. */
export function openContract(): void {
  Taro.openPrivacyContract({})
}

/** WeChat's switches of this mini-program; whatever is changed there, the question is over. */
export function openSettings(): void {
  stand(undefined)
  Promise.resolve(Taro.openSetting({})).catch(() => {
    // Turned back: nothing was changed.
  })
}

const FORBIDDEN = /auth(orize)? ?:?den(y|ied)|permission denied/

/** An interface said no. Turning back is no mishap; a permission that is switched off is told, with the way to it. */
export function heardNo(use: PrivateUse, why: unknown): void {
  const { errMsg = '' } = (why ?? {}) as { errMsg?: string }
  if (FORBIDDEN.test(errMsg)) stand({ kind: 'closed', use })
}
