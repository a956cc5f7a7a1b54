import type { Role } from '#core/people/actor'
import type { ConsentState, Purpose } from '#core/people/consents'
import type { Correctable } from '#core/people/corrections'
import type { Refusal } from '#core/refusals'
import { dateWords, dayWords, momentWords, yearDateWords } from './dates'
import { roleWords } from './me'
import { refusals } from './refusals'

/** Who did it, in the words of the street: 网格员曾小云. */
export const doerWords = (office: Role | null, name: string | null): string =>
  `${office && office !== 'resident' ? roleWords[office] : ''}${name ?? (office === 'resident' ? '一位居民' : '')}`

const LOOKS: Record<string, string> = {
  reporter_phone: '看了您的手机号',
  found_by_phone: '用您的手机号找到了您',
  helped_phone: '看了别人替您报事时留的电话',
  residents_exported: '导出的住户名单里有您',
  visit_notes: '看了您家的走访记录',
  hardship_case: '看了您的解困',
}

const ABOUT: Record<Correctable, string> = {
  home: '住处',
  matter: '我反映的事里的记录',
  office: '我的职务',
  deeds: '说是我办的手续',
  looks: '谁看过我的信息',
}

interface PurposeWords {
  title: string
  why: string
  /** What stops when he says no. */
  without: string
}

const purpose = (title: string, why: string, without: string): PurposeWords => ({ title, why, without })

export const rights = {
  hub: {
    title: '我的信息',
    lead: '关于您的，您自己说了算。',
    consents: '我同意过什么',
    consentsHelp: '一项一项的，点一下就能收回',
    looks: '谁看过我的信息',
    looksHelp: '谁、什么时候、看了什么、为什么',
    children: '替孩子办',
    childrenHelp: '14岁以下的孩子，由家长同意、替他办',
    takeAway: '带走一份',
    takeAwayHelp: '关于您的全部，存成一个文件',
    corrections: '哪里不对，请人改',
    correctionsHelp: '自己改不了的，有人答复',
    notice: '隐私说明',
    noticeHelp: '要了什么、凭什么、放多久',
    closing: '注销帐号',
    closingHelp: '想七天，随时能反悔',
    change: '名字、头像、手机号',
    changeHelp: '这几样您自己就能改',
  },

  consents: {
    title: '我同意过什么',
    lead: '不同意，别的照样能用。点一下就收回，再点一下就同意。',
    purposes: {
      phone: purpose(
        '留手机号，好联系我',
        '经办人要联系您的时候看，每看一次都记下来。',
        '号码会清掉，没人能打给您。',
      ),
      face: purpose(
        '让邻居看到我的名字和头像',
        '您挑的名字和头像，邻居看得到。',
        '名字换成匿名的，头像清掉。',
      ),
      messages: purpose(
        '用微信提醒我',
        '事情有了进展，微信里告诉您一声。',
        '微信里不再提醒，这里的消息照样有。',
      ),
      place: purpose(
        '在地图上点出位置',
        '只拿您点的那一个点，好找到是哪里。',
        '不再收地图上的点，选楼栋、写几个字都行。',
      ),
      hardship: purpose(
        '把我的困难交给社区来解',
        '只有责任人、社区民政和支部书记看得到，每看一次都记下来。',
        '解困停下来，写过的全部清掉。',
      ),
    } satisfies Record<Purpose, PurposeWords>,
    states: {
      unasked: '还没问过您，用到时再说',
      given: '同意了',
      withdrawn: '收回了，已经停用',
      outdated: '说明改过了，请再看一眼，同意了才接着用',
    } satisfies Record<ConsentState, string>,
    basic: '登录和办事本身离不开的那几样，不在这里；不想要了，可以注销帐号。',
    history: '说过的每一次',
    line: (given: boolean) => (given ? '同意' : '收回'),
    version: (version: number, at: number) => `第${version}版说明，${yearDateWords(at)}`,
    none: '还没说过',
  },

  looks: {
    title: '谁看过我的信息',
    lead: '每看一次都记下来，改不了、删不掉。',
    what: (what: string): string => LOOKS[what] ?? '看了您的信息',
    help: (at: number, now: number, reason: string) => `${momentWords(at, now)}，说是：${reason}`,
    concern: (title: string) => `为了“${title}”`,
    none: '还没有人看过',
    noneHelp: '有人看了您的手机号，这里马上就有。',
    ask: '觉得看得不该，可以请人答复',
  },

  takeAway: {
    title: '带走一份',
    lead: '关于您的全部，一项一项存成文件。别人的信息不在里面。',
    care: '里面有您完整的手机号，存好，别随手转给别人。',
    make: '整理一份',
    again: '再整理一份',
    ready: '整理好了',
    page: '存成能看的（网页）',
    data: '存成数据（JSON）',
    failed: '没存成，再点一次。',
    count: (count: number) => (count === 0 ? '没有' : `${count}条`),
    file: (at: number) => `我的信息-${yearDateWords(at)}`,
    head: (name: string, at: number) => `${name}的信息，${yearDateWords(at)}整理`,
    only: (shown: number, count: number) => `共${count}条，写下最近的${shown}条`,
    machine: (count: number) => `${count}条，是机器用的码，读不出意思`,
    nothing: '没有',
    yes: '是',
    no: '否',
  },

  corrections: {
    title: '哪里不对，请人改',
    lead: '别人记的、要人核的，您自己改不了，写下来，十五个工作日内答复。',
    ask: '请人改',
    about: '哪一样不对',
    kinds: ABOUT,
    words: '哪里不对，应该是怎样',
    wordsHint: '比如：我是租户，登记成了房东',
    send: '交上去',
    missing: '先选一样',
    sent: (dueAt: number, now: number) => `交上去了，${dayWords(dueAt, now)}前答复您`,
    mine: '我请求过的',
    none: '还没有请求过',
    waiting: (dueAt: number, now: number) => `等答复，${dayWords(dueAt, now)}前`,
    done: (answer: string) => `改好了：${answer}`,
    refused: (answer: string) => `没有改，理由是：${answer}`,
    already: '这一样已经请求过了，还在等答复。',
  },

  answering: {
    title: '更正请求',
    lead: '先去改对，再答“改好了”；不改的，要写明理由，居民看得到。',
    none: '没有等着的',
    from: (name: string, grid: string, due: string) => `${name}，${grid}，${due}`,
    due: (dueAt: number, now: number) =>
      now < dueAt ? `${dayWords(dueAt, now)}前答复` : `过了${dateWords(dueAt)}的时限`,
    answer: '答复',
    words: '怎么答复他',
    corrected: '改好了',
    refuse: '不改，理由写在上面',
  },

  closing: {
    title: '注销帐号',
    lead: (days: number) =>
      `点了以后想${days}天。这${days}天里一切照旧，随时能反悔；到时候就清掉，找不回来。`,
    goes: '清掉的',
    goesList:
      '手机号、微信里认您的号、名字、头像、住处、消息、没用上的照片，还有只有您和经办人看得到的事里写的字和照片。',
    stays: '留下的',
    staysList: '公开的事还在，不再连着您；公开的任职经过、按规定要留的记录，只留一个认不出人的号。',
    ask: '注销帐号',
    sure: {
      title: '真的要注销？',
      help: (days: number) => `${days}天后清掉，找不回来。想先留一份，去“带走一份”。`,
      yes: '注销',
    },
    running: (eraseAt: number, now: number) => `${momentWords(eraseAt, now)}注销`,
    runningHelp: '在这以前都能反悔，点一下就好。',
    keep: '不注销了',
    duties: '先把手上的交接好',
    offices: (count: number) => `您还担任${count}项职务：楼栋长在“我的楼栋”里辞任，别的请社区或街道免去。`,
    handovers: (count: number) => `还有${count}份交接清单没写，在“我的楼栋”里写。`,
    houses: '去我的楼栋',
  },

  audit: {
    title: '操作记录',
    lead: '查一次，也会记下您查过、为什么查。',
    grid: '哪个辖区',
    gridHint: '辖区的编号，您管的范围以内',
    day: '哪一天',
    dayHint: '像 2026-11-27 这样写',
    reason: '为什么查',
    read: '查',
    more: '再看前面的',
    none: '这一天没有',
    refused: (outcome: string): string => {
      const words = outcome in refusals ? refusals[outcome as Refusal].title : outcome
      return `没办成：${words}`
    },
    look: (reason: string) => `理由：${reason}`,
    clock: '到点自己办的',
  },
} as const
