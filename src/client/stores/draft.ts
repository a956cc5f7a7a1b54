import type { InputOf, OutputOf } from '#contracts/operations'
import { isRecord } from '../platform/storage'
import type { Failure } from '../platform/transport'

export type Report = InputOf<'concerns.submit'>
export type Receipt = OutputOf<'concerns.submit'>
/** `plate`: the person stands at the house and scanned its code. */
export type Channel = 'app' | 'plate' | 'phone' | 'visit'
type Point = NonNullable<Report['place']['point']>

/** A building as a draft remembers it: enough to show it again without a network. */
export interface NamedBuilding {
  id: string
  label: string
  point: Point
}

/** How the place was named: where I live, on the plan, by its plate, in words. */
export type Way = 'home' | 'plan' | 'plate' | 'words'

export interface Where {
  way: Way
  building: NamedBuilding | null
  point: Point | null
  words: string
}

/** kept: on this phone; sent: the server has it; refused: the server would not take it, with its reason. */
export type DraftPhoto =
  | { id: string; state: 'kept' | 'sent' }
  | { id: string; state: 'refused'; code: Failure['code'] }

/** What is on its way: `tries` counts attempts whose answer never came, `rests` the pauses since it last woke. */
export interface Errand {
  report: Report
  tries: number
  rests: number
}

/**
 * writing: 写着. waiting: 等网, to be tried at `retryAt`. sending: 在交. accepted: 交了; the receipt is missing
 * when the server only says that it has it already. refused: 没交成, with the reason; written on from there.
 */
type Progress =
  | { state: 'writing' }
  | ({ state: 'waiting'; retryAt: number } & Errand)
  | ({ state: 'sending' } & Errand)
  | { state: 'accepted'; receipt: Receipt | undefined; at: number }
  | { state: 'refused'; failure: Failure }

/** 帮他报: as it is typed; the phone may stay empty. */
export interface HelpedDraft {
  name: string
  phone: string
  consent: NonNullable<Report['helped']>['consent']
}

export interface Writing {
  tile: string
  kind: string
  where: Where
  /** `null`: the title proposed from kind and place. */
  title: string | null
  detail: string
  anonymous: boolean
  channel: Channel
  /** Left out by drafts of older versions of the app. */
  helped?: HelpedDraft | null
  /** The guardian's own child, for whom he reports; never beside `helped`. */
  child?: { id: string; name: string } | null
  photos: DraftPhoto[]
}

export interface Draft {
  /** Also the idempotency key: made once, never changed, so the concern arrives exactly once. */
  id: string
  /** Whose it is; nobody else on this phone is shown it. `null`: begun as a guest. */
  owner: string | null
  startedAt: number
  changedAt: number
  /** The person has put something of his own into it. */
  touched: boolean
  writing: Writing
  progress: Progress
}

/** What a draft may become from; a guard against what an older version of the app left behind. */
export const isDraft = (found: unknown): found is Draft =>
  isRecord(found) &&
  typeof found.id === 'string' &&
  isRecord(found.progress) &&
  typeof found.progress.state === 'string' &&
  isRecord(found.writing) &&
  isRecord(found.writing.where) &&
  Array.isArray(found.writing.photos)

/** Nothing has left for the server whose answer is unknown: it may still be changed. */
export const isOpenForChange = ({ progress }: Draft): boolean =>
  progress.state === 'writing' ||
  progress.state === 'refused' ||
  (progress.state === 'waiting' && progress.tries === 0)

/** Offered again when the report page opens: begun, with something in it, not handed over. */
export const isWorthOffering = (draft: Draft): boolean =>
  draft.touched && (draft.progress.state === 'writing' || draft.progress.state === 'refused')
