import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { screens } from './navigate'

export interface ShareCard {
  title: string
  id: string
}

/** WeChat's way of passing a public concern on; without a card the menu does not offer it. */
export function useShare(card: ShareCard | undefined): void {
  useShareAppMessage(() =>
    card ? { title: card.title, path: `${screens.concern}?id=${card.id}` } : { path: screens.home },
  )
  const shown = card !== undefined
  useEffect(() => {
    if (!ON_WECHAT) return
    if (shown) Taro.showShareMenu({})
    else Taro.hideShareMenu({})
  }, [shown])
}
