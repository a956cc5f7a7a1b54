import { useRouter } from '@tarojs/taro'
import { readScene, type Scene } from '#core/grids/scene'

/** WeChat hands the text of a scanned code over encoded, a browser's router has decoded it; ours needs no encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where the code leads that opened this page; `null` when it is none of ours. */
export function useScene(): Scene | null {
  const { scene } = useRouter().params
  return scene === undefined ? null : readScene(decoded(scene))
}
