import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { share as words } from '../texts/share'
import { screens } from './navigate'

/** What everybody may read of a matter; a card holds nothing else. */
export interface ShareCard {
  title: string
  id: string
}

/** Drawn by us (assets/share.svg). Without it WeChat takes a picture of the page, with whatever stands there. */
const PICTURE = '/assets/share.png'

/**
 * WeChat's way of passing a public matter on. Without a card the menu does not offer it, and whoever was quicker than
 * the menu passes on the way to the app, and not a word of the page. Moments (朋友圈) are never offered.
 */
export function useShare(card: ShareCard | undefined): void {
  useShareAppMessage(() => ({
    title: card?.title ?? words.app,
    path: card ? `${screens.concern}?id=${card.id}` : screens.home,
    imageUrl: PICTURE,
  }))
  const shown = card !== undefined
  useEffect(() => {
    if (!ON_WECHAT) return
    if (shown) Taro.showShareMenu({})
    else Taro.hideShareMenu({})
  }, [shown])
}
