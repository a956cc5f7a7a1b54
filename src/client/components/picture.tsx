import { Image, type ImageProps } from '@tarojs/components'
import { described } from '../platform/accessible'

interface PictureProps {
  src: string
  className?: string
  mode?: ImageProps['mode']
  lazyLoad?: boolean
  /** What it shows; left out where the words beside it, or the button around it, say so already. */
  words?: string
}

export function Picture({ words, ...shown }: PictureProps) {
  return <Image {...shown} {...described(words)} />
}
