import { View } from '@tarojs/components'
import { photoAddress } from '../platform/media'
import styles from './face.module.scss'
import { Icon } from './icon'
import { Picture } from './picture'

interface FaceProps {
  /** Without one, a drawn head. */
  url: string | undefined
  small?: boolean
}

/** Beside a name that says the same in words. */
export function Face({ url, small }: FaceProps) {
  return (
    <View className={`${styles.face} ${small ? styles.small : ''}`}>
      {url ? (
        <Picture className={styles.picture} src={photoAddress(url)} mode="aspectFill" />
      ) : (
        <Icon name="me" size={small ? 16 : 32} />
      )}
    </View>
  )
}
