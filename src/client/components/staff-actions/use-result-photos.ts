import { useRef, useState } from 'react'
import { newKey } from '../../platform/keys'
import { type ChosenPhoto, choosePhotos } from '../../platform/media'
import { uploadPhoto } from '../../platform/upload'
import { senderOf, useSession } from '../../stores/session'
import { refusals } from '../../texts/refusals'
import type { PickedPhoto } from '../photo-picker'

/** As many as a result may show, as the contract has it. */
export const MOST_PHOTOS = 9

interface ResultPhoto extends PickedPhoto {
  sent: boolean
}

export interface ResultPhotos {
  photos: ResultPhoto[]
  add: () => Promise<void>
  remove: (id: string) => void
  /** Waits for those on their way and tries the lost ones again: the ids of all, or nothing while one is missing. */
  settle: () => Promise<string[] | undefined>
  /** Why the last one was refused, in words. */
  refused: string | undefined
}

/** Photos of a result leave as soon as they are chosen; the server makes them clean and small. */
export function useResultPhotos(): ResultPhotos {
  const [photos, setPhotos] = useState<ResultPhoto[]>([])
  const [refused, setRefused] = useState<string>()
  // What a journey that ends later must find is kept beside the drawn list.
  const now = useRef<ResultPhoto[]>([])
  const journeys = useRef(new Map<string, Promise<void>>())

  const show = (next: ResultPhoto[]) => {
    now.current = next
    setPhotos(next)
  }
  const mark = (id: string, change: Partial<ResultPhoto>) =>
    show(now.current.map((one) => (one.id === id ? { ...one, ...change } : one)))

  const carry = async (id: string, src: string) => {
    const answer = await uploadPhoto({ id, path: src }, senderOf(useSession.getState()))
    if (answer.ok) return mark(id, { sent: true, state: undefined })
    const { code } = answer.error
    const isPhoto = code === 'PHOTO_REFUSED' || code === 'PHOTO_TOO_LARGE'
    mark(id, { state: isPhoto ? 'refused' : 'waiting' })
    if (isPhoto) setRefused(`${refusals[code].title}，${refusals[code].help}`)
  }
  const send = (id: string, src: string): Promise<void> => {
    const going = journeys.current.get(id) ?? carry(id, src).finally(() => journeys.current.delete(id))
    journeys.current.set(id, going)
    return going
  }
  const take = ({ path }: ChosenPhoto): ResultPhoto => ({
    id: newKey(),
    src: path,
    state: 'waiting',
    sent: false,
  })
  const add = async () => {
    const chosen = (await choosePhotos(MOST_PHOTOS - now.current.length)).map(take)
    setRefused(undefined)
    show([...now.current, ...chosen])
    for (const { id, src } of chosen) void send(id, src)
  }
  const remove = (id: string) => {
    setRefused(undefined)
    show(now.current.filter((one) => one.id !== id))
  }
  const settle = async () => {
    for (const { id, src, sent, state } of now.current) {
      if (!sent && state !== 'refused') await send(id, src)
    }
    return now.current.every(({ sent }) => sent) ? now.current.map(({ id }) => id) : undefined
  }
  return { photos, add, remove, settle, refused }
}
