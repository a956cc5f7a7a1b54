import path from 'node:path'
import type { Launch } from './host/contents'
import type { Tally } from './host/device/tally'
import type { HostOptions } from './host/host'
import { Phone, until } from './phone'

/** A mini-program without Taro, for what the app itself does not show. */
export const FIXTURE = path.join(__dirname, 'fixture')

export const openFixture = (options: Omit<HostOptions, 'dist'> = {}): Promise<Phone> =>
  Phone.onHost({ dist: FIXTURE, ...options })

interface Card {
  title?: string
  path?: string
  imageUrl?: string
}

/** The phone and its holder, as a test decides; DevTools have none of this. */
export function onHost({ program }: Phone) {
  const say = <Answer = void>(method: string, ...told: unknown[]) =>
    program.callWxMethod(method, ...told) as unknown as Promise<Answer>
  const tally = (since = 0) => say<Tally>('hostTally', since)
  return {
    tally,
    /** What a piece of use cost in setData. */
    async costOf(use: () => Promise<unknown>): Promise<Tally> {
      const { setDataCalls } = await tally()
      await use()
      return tally(setDataCalls)
    },
    /** `none`: cut off; `answers: false`: nothing ever comes back. */
    network: (now: { type?: 'wifi' | '4g' | 'none'; answers?: boolean }) => say('hostNetwork', now),
    theme: (theme: 'light' | 'dark') => say('hostTheme', theme),
    /** `needed`: nobody has agreed yet; `answer`: to WeChat's own question, where the app does not ask. */
    privacy: (now: { needed?: boolean; answer?: 'agree' | 'disagree' }) => say('hostPrivacy', now),
    /** By template id; everything else is rejected. */
    subscriptions: (now: Record<string, 'accept' | 'reject' | 'ban' | 'filter'>) =>
      say('hostSubscriptions', now),
    /** The detail of the event of <button open-type>, by open-type; without one the holder turns back. */
    buttons: (now: Record<string, object>) => say('hostButtons', now),
    update: (end: 'ready' | 'failed') => say('hostUpdate', end),
    memoryWarning: (level: number) => say('hostMemoryWarning', level),
    hide: () => say('hostHide'),
    /** To the front again; by a link or a scanned code where one is given. */
    show: (launch?: Launch) => say('hostShow', launch),
    /** 转发 in the menu of the page in front. */
    share: () => say<Card>('hostShare'),
    /** The card a share button passed on last. */
    card: () => say<Card | null>('hostCard'),
    /** WeChat's own surface: toast, loading, modal, sheet. */
    shown: () =>
      say<{ toast?: string; loading?: string; modal?: { title?: string; content?: string } }>('hostShown'),
    logs: () => say<{ manager: string; level: string; words: unknown[] }[]>('hostLogs'),
  }
}

interface Heard {
  type: string
  id?: string
  detail?: unknown
}

/** The fixture from within: its code run, its `wx` called, and what its handlers have written down. */
export function inside(phone: () => Phone) {
  const run = (code: string, ...given: unknown[]): Promise<never> =>
    phone().program.evaluate(code as never, ...given) as Promise<never>
  const all = (): Promise<Heard[]> => run('function () { return getApp().heard }')
  const heard = async (type: string, id?: string) =>
    (await all())
      .filter((event) => event.type === type && (id === undefined || event.id === id))
      .map(({ detail }) => detail)
  return {
    run,
    /** A refusal is an answer too. */
    asks: (method: string, options: object = {}) => run(ASK, method, options),
    heard,
    hears: (type: string, id?: string) =>
      until(`${type} ${id ?? ''}`, async () => (await heard(type, id)).at(-1) as never),
    forget: () => run('function () { getApp().heard.length = 0 }'),
    tap: async (id: string) => (await (await phone().page()).$(`#${id}`))?.tap(),
  }
}

const ASK = `function (method, options) {
  var own = method.split('.').reduce(function (at, name) { return at[name] }, wx)
  return own(options).catch(function (why) { return why })
}`
