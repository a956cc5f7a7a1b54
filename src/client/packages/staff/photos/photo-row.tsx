import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { categoryIcons } from '../../../components/concern-icons'
import { Picture } from '../../../components/picture'
import { Refused } from '../../../components/refused'
import { pressable } from '../../../platform/accessible'
import { photoAddress, showPhotos } from '../../../platform/media'
import { go } from '../../../platform/navigate'
import type { Failure } from '../../../platform/transport'
import { photoReview as words } from '../../../texts/content'
import { agoWords } from '../../../texts/dates'
import { useCommand } from '../../../use-command'
import { HideSheet } from './hide-sheet'
import styles from './photos.module.scss'

type Waiting = OutputOf<'content.queue'>['items'][number]

export interface Decide {
  /** True once it is carried out. */
  send: (shown: boolean, reason: string) => Promise<boolean>
  sending: boolean
  failure: Failure | undefined
}

function useDecide({ id, concern }: Waiting, onDone: (said: string) => void): Decide {
  const { send, sending, failure } = useCommand('content.decide')
  return {
    sending,
    failure,
    send: async (shown, reason) => {
      const { ok } = await send({ photoId: id, shown, reason })
      if (ok) onDone(shown ? words.shown(concern.title) : words.hidden(concern.title))
      return ok
    },
  }
}

interface PhotoRowProps {
  photo: Waiting
  now: number
  onDone: (said: string) => void
  /** Another one was quicker: what is known is old. */
  onLook: () => void
}

/** One photo, the matter it belongs to, why it waits, and the two answers. */
export function PhotoRow({ photo, now, onDone, onLook }: PhotoRowProps) {
  const { id, url, concern, state, why, shows, at } = photo
  const [hiding, setHiding] = useState(false)
  const decide = useDecide(photo, onDone)
  const src = photoAddress(url)
  return (
    <Card>
      <View {...pressable(() => showPhotos([src], src), { label: words.photo(concern.title) })}>
        <Picture className={styles.picture} src={src} mode="aspectFill" lazyLoad />
      </View>
      <Cell
        title={concern.title}
        help={[concern.placeLabel, words.of[shows]].filter(Boolean).join('，')}
        icon={categoryIcons[concern.category]}
        onPress={() => go('concern', { id: concern.id })}
      />
      <View className={`ld-body ${styles.why}`}>{words.why(state, why, agoWords(at, now))}</View>
      {decide.failure && !hiding && <Refused failure={decide.failure} onAct={onLook} />}
      <View className={styles.answers}>
        <AppButton
          kind="soft"
          wide
          busy={decide.sending && !hiding}
          label={words.about(words.show, concern.title)}
          onPress={() => decide.send(true, '')}
        >
          {words.show}
        </AppButton>
        <AppButton
          kind="line"
          wide
          label={words.about(words.hide, concern.title)}
          onPress={() => setHiding(true)}
        >
          {words.hide}
        </AppButton>
      </View>
      <HideSheet id={id} decide={decide} open={hiding} onClose={() => setHiding(false)} />
    </Card>
  )
}
