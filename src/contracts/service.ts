import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { CERTIFICATE_STATES } from '#core/volunteers/certificate'
import { POINT_REASONS } from '#core/volunteers/points'
import { command, query } from './operation'
import { count, done, id, instant, words } from './shapes'

const note = words(2, 200)
const minutes = pipe(number(), integer(), minValue(0), maxValue(750))

const entry = object({
  id,
  kind: picklist(['service', 'reversal', 'correction', 'waiting', 'no_show', 'late']),
  signUpId: id,
  title: string(),
  leader: string(),
  /** Days since 1970, in China. */
  day: count,
  minutes: pipe(number(), integer()),
  reason: string(),
  mayDispute: boolean(),
  dispute: nullable(picklist(['open', 'corrected', 'upheld'])),
  answer: nullable(string()),
})

const certificate = object({
  id,
  state: picklist(CERTIFICATE_STATES),
  no: nullable(string()),
  code: nullable(string()),
  fromDay: count,
  toDay: count,
  minutes: nullable(count),
  askedAt: instant,
  issuedAt: nullable(instant),
  reason: nullable(string()),
})

/** 时长、证明、积分: what somebody has served, and what says so. */
export const service = {
  'service.mine': query({
    action: 'account.use',
    summary: '我的志愿时长：一笔一笔',
    input: strictObject({}),
    output: object({
      year: count,
      minutes: count,
      times: count,
      /** This year's months, January first. */
      months: array(count),
      entries: array(entry),
      /** How often he did not come in the last ninety days; three, and the captain is asked first. */
      noShows: count,
      certificates: array(certificate),
    }),
  }),
  'service.waiting': query({
    action: 'service.confirm',
    summary: '等着答复的：时长异议',
    input: strictObject({}),
    output: object({
      disputes: array(
        object({
          id,
          name: string(),
          title: string(),
          day: count,
          recorded: count,
          minutes: count,
          words: string(),
        }),
      ),
    }),
  }),
  'service.confirm': command({
    action: 'task.serve',
    summary: '确认时长：领队确认别人的，自己的由队长确认',
    input: strictObject({ taskId: id, signUpIds: pipe(array(id), minLength(1), maxLength(500)) }),
    output: object({ confirmed: count }),
  }),
  'service.correct': command({
    action: 'service.confirm',
    summary: '更正时长：旧的一笔冲掉，新的一笔写上',
    input: strictObject({ signUpId: id, minutes, reason: note }),
    output: done,
  }),
  'service.dispute': command({
    action: 'account.use',
    summary: '时长不对，30天内说',
    input: strictObject({ signUpId: id, minutes, words: note }),
    output: done,
  }),
  'service.answer': command({
    action: 'service.confirm',
    summary: '答复时长异议：更正，或者维持',
    input: strictObject({ id, minutes: nullable(minutes), note }),
    output: done,
  }),
  'certificates.ask': command({
    action: 'account.use',
    summary: '开志愿服务证明：写上姓名，免费',
    input: strictObject({ name: words(2, 20), fromDay: count, toDay: count }),
    output: object({ id }),
  }),
  'certificates.waiting': query({
    action: 'certificate.issue',
    summary: '等着开的证明，和开过的',
    input: strictObject({}),
    output: object({
      items: array(object({ ...certificate.entries, name: string(), counted: count })),
    }),
  }),
  'certificates.issue': command({
    action: 'certificate.issue',
    summary: '开具志愿服务证明',
    input: strictObject({ id }),
    output: object({ no: string() }),
  }),
  'certificates.decline': command({
    action: 'certificate.issue',
    summary: '这次不开志愿服务证明，写明为什么，可以再申请',
    input: strictObject({ id, reason: note }),
    output: done,
  }),
  'certificates.revoke': command({
    action: 'certificate.issue',
    summary: '收回志愿服务证明，写明为什么',
    input: strictObject({ id, reason: note }),
    output: done,
  }),
  'certificates.print': query({
    action: 'account.use',
    summary: '志愿服务证明的PDF',
    input: strictObject({ id }),
    output: object({ name: string(), base64: string() }),
  }),
  'certificates.verify': query({
    action: 'public.read',
    summary: '验真伪：谁都可以，姓名只露头一个字',
    input: strictObject({
      no: pipe(string(), regex(/^XJZY-\d{4}-\d{6,}$/), maxLength(24)),
      code: pipe(string(), regex(/^[A-Za-z0-9_-]{16}$/)),
    }),
    output: object({
      found: nullable(
        object({
          no: string(),
          name: string(),
          fromDay: count,
          toDay: count,
          minutes: count,
          times: count,
          issuer: string(),
          issuedAt: instant,
          revoked: boolean(),
        }),
      ),
    }),
  }),
  'points.mine': query({
    action: 'account.use',
    summary: '我的积分，和能换的',
    input: strictObject({}),
    output: object({
      balance: count,
      entries: array(
        object({
          id,
          reason: picklist(POINT_REASONS),
          points: pipe(number(), integer()),
          at: instant,
          title: string(),
        }),
      ),
      rewards: array(object({ id, title: string(), cost: count, stock: count })),
    }),
  }),
  'points.exchange': command({
    action: 'account.use',
    summary: '用积分换一样',
    input: strictObject({ rewardId: id }),
    output: object({ balance: count }),
  }),
  'points.offer': command({
    action: 'points.offer',
    summary: '社区放一样小东西，供积分换',
    input: strictObject({
      title: words(2, 30),
      cost: pipe(number(), integer(), minValue(1), maxValue(1_000)),
      stock: pipe(number(), integer(), minValue(1), maxValue(1_000)),
    }),
    output: object({ id }),
  }),
}
