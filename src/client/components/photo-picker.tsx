import { Text, View } from '@tarojs/components'
import { pressable, readable } from '../platform/accessible'
import { photoWords } from '../texts/photos'
import { Icon } from './icon'
import styles from './photo-picker.module.scss'
import { Picture } from './picture'

export interface PickedPhoto {
  id: string
  /** A path the Image element can show. */
  src: string
  /** Still on its way to the server, or refused there. */
  state?: 'waiting' | 'refused'
  /** Said on the picture instead of its state, for example how much of it has left. */
  words?: string
}

interface PhotoPickerProps {
  photos: PickedPhoto[]
  max: number
  onAdd: () => void
  onRemove: (id: string) => void
  onOpen?: (id: string) => void
}

interface ThumbProps extends Pick<PhotoPickerProps, 'onRemove' | 'onOpen'> {
  photo: PickedPhoto
  n: number
}

function Thumb({ photo, n, onRemove, onOpen }: ThumbProps) {
  const state = photo.words ?? (photo.state && photoWords[photo.state])
  return (
    <View className={styles.thumb}>
      <View
        className={styles.picture}
        {...(onOpen
          ? pressable(() => onOpen(photo.id), { label: photoWords.open(n) })
          : readable('img', photoWords.nth(n)))}
      >
        <Picture className={styles.image} src={photo.src} mode="aspectFill" />
      </View>
      {state && <Text className={styles.state}>{state}</Text>}
      <View
        className={styles.remove}
        {...pressable(() => onRemove(photo.id), { label: photoWords.remove(n) })}
      >
        <View className={styles.cross}>
          <Icon name="x" size={16} />
        </View>
      </View>
    </View>
  )
}

/** Shows the chosen photos and asks for more; choosing, keeping and sending are the screen's business. */
export function PhotoPicker({ photos, max, onAdd, onRemove, onOpen }: PhotoPickerProps) {
  return (
    <View className={styles.grid}>
      {photos.map((photo, index) => (
        <Thumb key={photo.id} photo={photo} n={index + 1} onRemove={onRemove} onOpen={onOpen} />
      ))}
      {photos.length < max && (
        <View
          className={styles.add}
          {...pressable(onAdd, { label: photoWords.addLabel(photos.length, max) })}
        >
          <Icon name="camera" size={28} />
          <Text>{photos.length === 0 ? photoWords.first : photoWords.another}</Text>
        </View>
      )}
    </View>
  )
}
