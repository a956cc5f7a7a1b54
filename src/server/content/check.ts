import type { PhotoState } from '#core/content/photo'
import { PASS, type Verdict } from '#core/content/verdict'
import type { System } from '../operation'
import { throughWechat } from './wechat-check'

/** Whose words or photo it is, as WeChat knows him: it wants to be told. */
export interface SaidBy {
  openid: string
}

/**
 * How handing a photo over ended. taken: the answer comes later under this number; said: it is known already;
 * later: nobody could be reached, worth another try.
 */
export type Handed = { kind: 'taken'; trace: string } | { kind: 'said'; verdict: Verdict } | { kind: 'later' }

/** Judges what residents are about to show each other. Asked outside transactions; never throws. */
export interface ContentCheck {
  /** How a photo stands that was just uploaded. */
  photosBegin: PhotoState
  words(said: SaidBy & { title: string; text: string }): Promise<Verdict>
  /** A name somebody wants to be shown by. */
  name(said: SaidBy & { name: string }): Promise<Verdict>
  /** `address`: where the photo can be loaded from outside for the next half hour. */
  photo(shown: SaidBy & { address: string }): Promise<Handed>
}

/** WeChat's check where the installation has an account with WeChat; else our own screening is all there is. */
export const openContentCheck = ({
  wechatApi,
  report,
}: Pick<System, 'wechatApi' | 'report'>): ContentCheck =>
  wechatApi ? throughWechat(wechatApi, (surprise) => report(surprise, 'content')) : LOCAL

/** Development, without a machine that could look at pictures: they pass at once. */
const LOCAL: ContentCheck = {
  photosBegin: 'pass',
  words: async () => PASS,
  name: async () => PASS,
  photo: async () => ({ kind: 'said', verdict: PASS }),
}
