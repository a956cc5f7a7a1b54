import { useCallback, useEffect, useRef, useState } from 'react'
import { scrollToPart } from '../../platform/scroll-to'
import type { Draft, Writing } from '../../stores/draft'
import { handOver } from '../../stores/draft-sender'
import { useDrafts } from '../../stores/drafts'
import { useSession } from '../../stores/session'
import type { Tile } from '../../texts/categories'
import { useSignedIn } from '../../use-signed-in'
import { FIELDS, type FieldName, isClean, reportOf, type Sentences, sentencesFor, sentencesOf } from './check'
import { partIdOf } from './part'

/** Which sentences go away when something is changed. */
const FIELDS_OF: Partial<Record<keyof Writing, FieldName[]>> = {
  where: ['place'],
  detail: ['detail'],
  title: ['title'],
  helped: ['helped.name', 'helped.phone'],
}

const without = (wrong: Sentences, change: Partial<Writing>): Sentences => {
  const rest = { ...wrong }
  for (const key of Object.keys(change) as (keyof Writing)[]) {
    for (const field of FIELDS_OF[key] ?? []) rest[field] = undefined
  }
  return rest
}

/** 交给网格员: checks, asks who it is, hands over; what the server finds wrong lands beside the same fields. */
export function useHandOver(draft: Draft | undefined, tile: Tile | undefined) {
  const [wrong, setWrong] = useState<Sentences>({})
  const signedIn = useSignedIn('report')
  const askedFor = useRef<string>()
  const refusal = draft?.progress.state === 'refused' ? draft.progress.failure : undefined

  const show = useCallback((sentences: Sentences) => {
    setWrong(sentences)
    const first = FIELDS.find((field) => sentences[field])
    if (first) setTimeout(() => scrollToPart(partIdOf(first)), 0)
  }, [])
  useEffect(() => {
    if (refusal?.fields) show(sentencesOf(refusal.fields))
  }, [refusal, show])

  const photos = draft?.writing.photos
  useEffect(() => {
    if (photos) setWrong((before) => (before.photoIds ? { ...before, photoIds: undefined } : before))
  }, [photos])

  /** `meanwhile` is done in the same tap, once a draft. */
  const submit = (meanwhile?: () => void) => {
    if (!draft || !tile) return
    const sentences = sentencesFor(tile, draft.writing)
    show(sentences)
    if (!isClean(sentences)) return
    if (askedFor.current !== draft.id) meanwhile?.()
    askedFor.current = draft.id
    signedIn(() => handOverNow(draft.id, tile))
  }
  return { wrong, refusal, submit, changed: (change: Partial<Writing>) => setWrong(without(wrong, change)) }
}

/** The draft is read anew: while somebody signed in, photos may have arrived. */
function handOverNow(id: string, tile: Tile) {
  const owner = useSession.getState().me?.personId
  const draft = owner && useDrafts.getState().apply(id, { kind: 'adopt', owner })
  if (draft) handOver(id, reportOf(tile, draft.writing))
}
