import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { AppButton } from '../../components/button'
import { Notice } from '../../components/notice'
import { PhotoPicker, type PickedPhoto } from '../../components/photo-picker'
import { photoKeeper } from '../../platform/blobs'
import { showPhotos } from '../../platform/media'
import type { Draft, DraftPhoto } from '../../stores/draft'
import { addPhotos, MOST_PHOTOS, removePhoto, sendPhoto, useTransit } from '../../stores/draft-photos'
import { useSession } from '../../stores/session'
import { refusals } from '../../texts/refusals'
import { report } from '../../texts/report'
import styles from './report.module.scss'

/** Where the phone shows each kept photo from; asked once per photo. */
function useSources(photos: DraftPhoto[]): Record<string, string> {
  const [sources, setSources] = useState<Record<string, string>>({})
  const ids = photos.map(({ id }) => id).join(' ')
  useEffect(() => {
    let here = true
    for (const id of ids.split(' ').filter(Boolean)) {
      photoKeeper.open(id).then((src) => {
        if (here && src) setSources((before) => (before[id] ? before : { ...before, [id]: src }))
      })
    }
    return () => {
      here = false
    }
  }, [ids])
  return sources
}

const whyOf = (photo: DraftPhoto): string => {
  if (photo.state !== 'refused') return ''
  return photo.code === 'NOT_FOUND' ? report.photo.gone : refusals[photo.code].title
}

interface TroubleProps {
  draftId: string
  photo: DraftPhoto
  n: number
}

/** One photo that has not arrived: refused with its reason, or waiting for a network. */
function Trouble({ draftId, photo, n }: TroubleProps) {
  if (photo.state === 'refused') {
    return (
      <Notice
        urgent
        title={report.photo.refused(n, whyOf(photo))}
        help={refusals[photo.code === 'NOT_FOUND' ? 'PHOTO_REFUSED' : photo.code].help}
        action={
          <AppButton kind="line" size="small" onPress={() => removePhoto(draftId, photo.id)}>
            {report.photo.drop}
          </AppButton>
        }
      />
    )
  }
  return (
    <Notice
      title={report.photo.waiting(n)}
      help={report.photo.waitingHelp}
      action={
        <AppButton kind="line" size="small" onPress={() => sendPhoto(draftId, photo.id)}>
          {report.photo.again}
        </AppButton>
      }
    />
  )
}

/** Photos are on the phone for good at once; sending them is only a matter of network. */
export function Photos({ draft }: { draft: Draft }) {
  const { photos } = draft.writing
  const sources = useSources(photos)
  const transit = useTransit()
  const signedIn = useSession(({ token }) => token !== undefined)
  const picked = photos.map((photo): PickedPhoto => {
    const percent = transit[photo.id]
    return {
      id: photo.id,
      src: sources[photo.id] ?? '',
      state: photo.state === 'refused' ? 'refused' : undefined,
      words: percent === undefined ? undefined : report.photo.percent(percent),
    }
  })
  const troubled = photos.filter(
    ({ id, state }) => state === 'refused' || (state === 'kept' && signedIn && transit[id] === undefined),
  )
  const open = (id: string) =>
    showPhotos(
      picked.map(({ src }) => src),
      sources[id] ?? '',
    )
  return (
    <View>
      <PhotoPicker
        photos={picked}
        max={MOST_PHOTOS}
        onAdd={() => addPhotos(draft.id)}
        onRemove={(id) => removePhoto(draft.id, id)}
        onOpen={open}
      />
      <View className={styles.note}>{report.words.photoHelp}</View>
      {troubled.map((photo) => (
        <View key={photo.id} className={styles.below}>
          <Trouble draftId={draft.id} photo={photo} n={photos.indexOf(photo) + 1} />
        </View>
      ))}
    </View>
  )
}
