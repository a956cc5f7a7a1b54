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

/** What it is called where several are on the screen. */
const subjectOf = ({ shows }: Waiting): string => {
  if (shows.kind === 'face') return words.face(shows.name)
  return shows.kind === 'deed' ? shows.title : shows.concern.title
}

function useDecide(photo: Waiting, onDone: (said: string) => void): Decide {
  const { send, sending, failure } = useCommand('content.decide')
  return {
    sending,
    failure,
    send: async (shown, reason) => {
      const { ok } = await send({ photoId: photo.id, shown, reason })
      const { shows } = photo
      const subject = shows.kind === 'face' ? words.face(shows.name) : words.photo(subjectOf(photo))
      if (ok) onDone(shown ? words.shown(subject) : words.hidden(subject))
      return ok
    },
  }
}

/** The matter it belongs to, or whose face it is. */
function Subject({ shows }: Pick<Waiting, 'shows'>) {
  if (shows.kind === 'face') return <Cell icon="me" title={words.face(shows.name)} help={words.faceHelp} />
  if (shows.kind === 'deed') return <Cell icon="checkc" title={shows.title} help={words.deed} />
  const { id, title, placeLabel, category } = shows.concern
  return (
    <Cell
      title={title}
      help={[placeLabel, words.of[shows.kind]].filter(Boolean).join('，')}
      icon={categoryIcons[category]}
      onPress={() => go('concern', { id })}
    />
  )
}

interface PhotoRowProps {
  photo: Waiting
  now: number
  onDone: (said: string) => void
  /** Another one was quicker: what is known is old. */
  onLook: () => void
}

/** One photo, what it shows, why it waits, and the two answers. */
export function PhotoRow({ photo, now, onDone, onLook }: PhotoRowProps) {
  const { id, url, state, why, shows, at } = photo
  const subject = subjectOf(photo)
  const [hiding, setHiding] = useState(false)
  const decide = useDecide(photo, onDone)
  const src = photoAddress(url)
  return (
    <Card>
      <View {...pressable(() => showPhotos([src], src), { label: words.enlarge(subject) })}>
        <Picture className={styles.picture} src={src} mode="aspectFill" lazyLoad />
      </View>
      <Subject shows={shows} />
      <View className={`ld-body ${styles.why}`}>{words.why(state, why, agoWords(at, now))}</View>
      {decide.failure && !hiding && <Refused failure={decide.failure} onAct={onLook} />}
      <View className={styles.answers}>
        <AppButton
          kind="soft"
          wide
          busy={decide.sending && !hiding}
          label={words.about(words.show, subject)}
          onPress={() => decide.send(true, '')}
        >
          {words.show}
        </AppButton>
        <AppButton kind="line" wide label={words.about(words.hide, subject)} onPress={() => setHiding(true)}>
          {words.hide}
        </AppButton>
      </View>
      <HideSheet
        id={id}
        of={shows.kind === 'face' ? 'face' : 'photo'}
        decide={decide}
        open={hiding}
        onClose={() => setHiding(false)}
      />
    </Card>
  )
}
