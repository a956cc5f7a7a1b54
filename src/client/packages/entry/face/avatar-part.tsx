import { View } from '@tarojs/components'
import { AppButton } from '../../../components/button'
import { Face } from '../../../components/face'
import { OpenButton } from '../../../components/open-button'
import { avatarIn, canChooseWechatAvatar, choosePhotos } from '../../../platform/media'
import { me as words } from '../../../texts/me'
import styles from './face.module.scss'

interface AvatarPartProps {
  url: string | undefined
  onChoose: (path: string) => void
  onTakeOff: () => void
}

function Choose({ onChoose }: Pick<AvatarPartProps, 'onChoose'>) {
  const take = (path: string | undefined) => path && onChoose(path)
  if (canChooseWechatAvatar) {
    return (
      <OpenButton kind="soft" openType="chooseAvatar" onAvatar={(event) => take(avatarIn(event))}>
        {words.face.choose}
      </OpenButton>
    )
  }
  const choose = async () => {
    const [photo] = await choosePhotos(1)
    take(photo?.path)
  }
  return (
    <AppButton kind="soft" wide onPress={choose}>
      {words.face.choose}
    </AppButton>
  )
}

export function AvatarPart({ url, onChoose, onTakeOff }: AvatarPartProps) {
  return (
    <View className={styles.avatar}>
      <Face url={url} />
      <View className="ld-grow">
        <Choose onChoose={onChoose} />
      </View>
      {url && (
        <AppButton kind="line" size="small" onPress={onTakeOff}>
          {words.face.takeOff}
        </AppButton>
      )}
    </View>
  )
}
