import {
  array,
  boolean,
  maxLength,
  minLength,
  nullable,
  object,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { SLIP_CHANNELS, SLIP_STATES } from '#core/council/slip'
import { UNIT_KINDS } from '#core/council/statute'
import { said as choice, slate } from './ballot-shapes'
import { command, query } from './operation'
import { id, instant, words } from './shapes'

const channel = picklist(SLIP_CHANNELS)
const unit = object({ unitId: id, label: string() })
/** Chance of the phone's: what is kept of a command tells nobody which of three choices it held. */
const salt = pipe(id, minLength(16))
const ofMotion = object({ id })

export const slips = {
  'slips.list': query({
    action: 'ballot.enter',
    summary: '录票：还没投的、等人复核的纸票和电话票',
    input: strictObject({ motionId: id }),
    output: object({
      poll: object({
        id,
        title: string(),
        ballots: picklist(['open', 'secret']),
        closesAt: instant,
        isOpen: boolean(),
        unitKind: picklist(UNIT_KINDS),
        slate: nullable(slate),
      }),
      missing: array(unit),
      slips: array(
        object({
          id,
          ...unit.entries,
          channel,
          state: picklist(SLIP_STATES),
          enteredBy: string(),
          enteredAt: instant,
          decidedBy: nullable(string()),
          note: string(),
          dispute: nullable(string()),
          /** The reader entered it: another one has to look. */
          mine: boolean(),
          photos: array(object({ id, url: string() })),
        }),
      ),
    }),
  }),
  'slips.enter': command({
    action: 'ballot.enter',
    summary: '录一张纸票或电话票，带照片，等另一位复核',
    input: strictObject({
      pollId: id,
      unitId: id,
      channel,
      choice,
      photoIds: pipe(array(id), maxLength(3)),
      salt,
    }),
    output: ofMotion,
  }),
  'slips.confirm': command({
    action: 'ballot.enter',
    summary: '另一位自己看票再录一次，一样才算这一票',
    input: strictObject({ id, choice, salt }),
    output: ofMotion,
  }),
  'slips.refuse': command({
    action: 'ballot.enter',
    summary: '和票上的不一样，退回重录',
    input: strictObject({ id, note: words(2, 200) }),
    output: ofMotion,
  }),
  'slips.dispute': command({
    action: 'unit.speak',
    summary: '录的票不是自己投的，说一声',
    input: strictObject({ id, words: words(2, 200) }),
    output: ofMotion,
  }),
}
