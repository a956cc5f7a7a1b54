import { create } from 'zustand'
import { photoKeeper } from '../platform/blobs'
import { newKey } from '../platform/keys'
import { choosePhotos } from '../platform/media'
import type { Answer, Failure } from '../platform/transport'
import { uploadPhoto } from '../platform/upload'
import { isUnsettled } from './draft-steps'
import { draftOf, useDrafts } from './drafts'
import { senderOf, useSession } from './session'

export const MOST_PHOTOS = 9

/** Photos on their way just now, with how much of them has left: 0 to 100. Not kept: a kill ends the journey. */
export const useTransit = create<Record<string, number | undefined>>(() => ({}))

const underWay = new Map<string, Promise<Answer<unknown>>>()

/** Each photo is on the phone for good before the draft names it, then leaves at once if somebody is signed in. */
export async function addPhotos(draftId: string): Promise<void> {
  const have = draftOf(draftId)?.writing.photos.length ?? 0
  for (const chosen of await choosePhotos(MOST_PHOTOS - have)) {
    const id = newKey()
    await photoKeeper.keep(id, chosen.path)
    const photos = draftOf(draftId)?.writing.photos ?? []
    useDrafts.getState().apply(draftId, {
      kind: 'write',
      change: { photos: [...photos, { id, state: 'kept' }] },
      at: Date.now(),
    })
    if (useSession.getState().token) void sendPhoto(draftId, id)
  }
}

export async function removePhoto(draftId: string, id: string): Promise<void> {
  const photos = draftOf(draftId)?.writing.photos.filter((photo) => photo.id !== id) ?? []
  useDrafts.getState().apply(draftId, { kind: 'write', change: { photos }, at: Date.now() })
  await photoKeeper.drop(id)
}

/** One journey per photo at a time; a repeat after a lost answer is the same photo, since its id is ours. */
export function sendPhoto(draftId: string, id: string): Promise<Answer<unknown>> {
  const going = underWay.get(id) ?? carry(draftId, id).finally(() => underWay.delete(id))
  underWay.set(id, going)
  return going
}

async function carry(draftId: string, id: string): Promise<Answer<unknown>> {
  useTransit.setState({ [id]: 0 })
  const path = await photoKeeper.open(id)
  const answer: Answer<unknown> = path
    ? await uploadPhoto({ id, path }, senderOf(useSession.getState()), (percent) =>
        useTransit.setState({ [id]: percent }),
      )
    : { ok: false, error: { code: 'NOT_FOUND' } }
  useTransit.setState({ [id]: undefined })
  if (answer.ok) useDrafts.getState().apply(draftId, { kind: 'photo', photo: { id, state: 'sent' } })
  else if (isFinal(answer.error)) {
    const photo = { id, state: 'refused' as const, code: answer.error.code }
    useDrafts.getState().apply(draftId, { kind: 'photo', photo })
  }
  return answer
}

/** The photo itself is the matter, not the network and not who sends it. */
const isFinal = (failure: Failure): boolean => !isUnsettled(failure) && failure.code !== 'NOT_AUTHENTICATED'

/** Sends what has not left yet; the first refusal or lost network ends the round. */
export async function sendPhotos(draftId: string): Promise<Answer<unknown>> {
  for (const photo of draftOf(draftId)?.writing.photos ?? []) {
    if (photo.state === 'sent') continue
    const answer = await sendPhoto(draftId, photo.id)
    if (!answer.ok) return answer
  }
  return { ok: true, data: undefined }
}

/** The server has them: the phone's copies may go. */
export async function dropPhotos(draftId: string): Promise<void> {
  for (const { id } of draftOf(draftId)?.writing.photos ?? []) await photoKeeper.drop(id)
}
