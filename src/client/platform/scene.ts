import { useRouter } from '@tarojs/taro'
import { readScene, type Scene } from '#core/grids/scene'
import { decoded } from './decoded'

/** Where the code leads that opened this page; `null` when it is none of ours. */
export function useScene(): Scene | null {
  const { scene } = useRouter().params
  return scene === undefined ? null : readScene(decoded(scene))
}
