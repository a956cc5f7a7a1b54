import { screen } from '../concerns/screening'
import { ok, type Result, refuse } from '../result'
import type { Actor, Role } from './actor'

/** Offices whose holders are posted by name; helping out as a volunteer is none of them. */
const NOT_POSTED: readonly Role[] = ['guest', 'resident', 'volunteer', 'clock']

/** What only an office may call itself, and the form of our own anonymous names. */
const OFFICIAL =
  /楼栋长|网格|民警|交警|警察|警官|书记|主任|街道|社区|居委|村委|党委|政府|官方|管理员|客服|物业|居民·|注销/

/** Holds an office that is posted by name. */
export const isPosted = ({ grants }: { grants: readonly { role: Role }[] }): boolean =>
  grants.some(({ role }) => !NOT_POSTED.includes(role))

interface Wish {
  /** The name he has now. */
  now: string
  /** The one made for him, which says nothing. */
  anonymous: string
  /** `null` = the anonymous one; left out, he keeps what he has. */
  wanted: string | null | undefined
  /** Words the street does not want to read, see `screen`. */
  words: readonly string[]
}

/**
 * The name somebody wants his neighbours to see. An office is held under the name it was posted with, so its holder
 * keeps that one; nobody borrows an office, a phone number or a word of abuse for a name. There is no queue for names:
 * what would have to be looked at first is refused.
 */
export function chooseName(actor: Actor, { now, anonymous, wanted, words }: Wish): Result<string> {
  if (wanted === undefined || wanted === now) return ok(now)
  if (isPosted(actor)) return refuse('POSTED_NAME')
  if (wanted === null) return ok(anonymous)
  if (OFFICIAL.test(wanted.normalize('NFKC'))) return refuse('NAME_OF_OFFICE')
  if (screen(wanted, words) !== 'pass') return refuse('CONTENT_RISKY')
  return ok(wanted)
}
