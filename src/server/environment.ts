import { isAbsolute, resolve } from 'node:path'
import { type MessageTemplates, readTemplates } from './messages/templates'

type Mode = 'development' | 'production'
type Profile = 'tiny' | 'pilot' | 'full'

/** How this process was set up: the one place that knows the names of environment variables. */
export interface Environment {
  mode: Mode
  /** 0 lets the machine choose a free port. */
  port: number
  host: string
  /** Absolute; holds the embedded database, the photos and the lock. */
  dataFolder: string
  /** A PostgreSQL server, or `null` for the database embedded in the data folder. */
  databaseUrl: string | null
  /** Connections one process may hold; a cloud function serves one request at a time and sets 1. */
  databasePool: number
  /** Which demo data a development start prepares. */
  profile: Profile
  wechat: { appId: string | null; secret: string | null; baseUrl: string; templates: MessageTemplates }
  /** Token and EncodingAESKey of WeChat's message push, as entered in its console; without them that door is closed. */
  push: { token: string | null; key: string | null }
  /** Where the server is reached from outside: WeChat loads the photos it checks from there. No slash at the end. */
  publicUrl: string | null
  /** What the keys for phones, names and tokens are derived from; at least 32 characters in production. */
  secret: string | null
}

/** The process must not start as it is set up: one sentence for each thing that is missing or wrong. */
export class BadEnvironment extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
    this.name = 'BadEnvironment'
  }
}

/** Addresses that only this very machine reaches. */
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const MODE_NOT_SAID =
  'LOUDONG_ENV must be said when HOST opens the door to other machines: production, or development, where anybody may sign in as a demo identity.'

type Variables = Record<string, string | undefined>

/** Reads and checks the environment: development needs nothing, production refuses to start half-configured. */
export function environment(variables: Variables = process.env): Environment {
  const wrong: string[] = []
  const read = reader(variables, wrong)
  const found: Environment = {
    mode: read.oneOf('LOUDONG_ENV', ['development', 'production']),
    port: read.integer('PORT', 8730, 0, 65535),
    host: read.text('HOST') ?? '127.0.0.1',
    dataFolder: absolute(read.text('LOUDONG_DATA') ?? 'data'),
    databaseUrl: read.text('DATABASE_URL'),
    databasePool: read.integer('DATABASE_POOL', 10, 1, 100),
    profile: read.oneOf('LOUDONG_PROFILE', ['pilot', 'tiny', 'full']),
    wechat: {
      appId: read.text('WECHAT_APP_ID'),
      secret: read.text('WECHAT_APP_SECRET'),
      baseUrl: read.text('WECHAT_BASE_URL') ?? 'https://api.weixin.qq.com',
      templates: templatesIn(read.text('WECHAT_TEMPLATES'), wrong),
    },
    push: { token: read.text('WECHAT_PUSH_TOKEN'), key: read.text('WECHAT_PUSH_KEY') },
    publicUrl: read.text('LOUDONG_PUBLIC_URL')?.replace(/\/+$/, '') ?? null,
    secret: read.text('LOUDONG_SECRET'),
  }
  wrong.push(...wrongAddresses(found))
  if (!read.text('LOUDONG_ENV') && !LOOPBACK.includes(found.host)) wrong.push(MODE_NOT_SAID)
  if (found.mode === 'production') wrong.push(...missingInProduction(found, read.text('LOUDONG_DATA')))
  if (wrong.length > 0) throw new BadEnvironment(wrong)
  return found
}

/** The cloud's own mark on a call that its timer made (the same that WeChat's SDK goes by). */
export const firedByTimer = (variables: Variables = process.env): boolean => variables.TRIGGER_SRC === 'timer'

function missingInProduction(found: Environment, chosenFolder: string | null): string[] {
  const missing: string[] = []
  if ((found.secret ?? '').length < 32)
    missing.push('LOUDONG_SECRET must be set to at least 32 random characters: keys are derived from it.')
  if (!found.wechat.appId) missing.push('WECHAT_APP_ID must be set to the app id of the mini-program.')
  if (!found.wechat.secret) missing.push('WECHAT_APP_SECRET must be set to the secret of the mini-program.')
  if (!found.publicUrl)
    missing.push(
      'LOUDONG_PUBLIC_URL must be set to the https address of this server: WeChat loads photos there.',
    )
  if (!found.push.token || !found.push.key)
    missing.push(
      'WECHAT_PUSH_TOKEN and WECHAT_PUSH_KEY must be set to the token and EncodingAESKey of the message push.',
    )
  if (!found.databaseUrl && !chosenFolder)
    missing.push(
      'DATABASE_URL (a PostgreSQL server) or LOUDONG_DATA (a folder for the embedded database) must be set.',
    )
  return missing
}

function wrongAddresses({ publicUrl, push }: Environment): string[] {
  const wrong: string[] = []
  if (publicUrl && !/^https?:\/\/[^/?#]+(\/[^?#]*)?$/.test(publicUrl))
    wrong.push('LOUDONG_PUBLIC_URL must be an address such as https://example.com.')
  if (push.key && !/^[A-Za-z0-9]{43}$/.test(push.key))
    wrong.push('WECHAT_PUSH_KEY must be the 43 letters and digits of the EncodingAESKey.')
  return wrong
}

const TEMPLATES_UNREADABLE =
  'WECHAT_TEMPLATES must read like progress=ID,result=ID,work=ID,council=ID,booking=ID, each ID with its fields if they differ: ID:title.thing1:state.phrase2:at.time3:tip.thing4.'

function templatesIn(text: string | null, wrong: string[]): MessageTemplates {
  if (text === null) return {}
  const templates = readTemplates(text)
  if (templates === null) wrong.push(TEMPLATES_UNREADABLE)
  return templates ?? {}
}

const absolute = (folder: string): string => (isAbsolute(folder) ? folder : resolve(folder))

/** An empty variable counts as an absent one: container files often carry `NAME=`. */
function reader(variables: Variables, wrong: string[]) {
  const text = (name: string): string | null => variables[name]?.trim() || null
  return {
    text,
    oneOf<Word extends string>(name: string, words: [Word, ...Word[]]): Word {
      const given = text(name)
      const word = words.find((candidate) => candidate === given)
      if (given && !word) wrong.push(`${name} must be one of ${words.join(', ')}.`)
      return word ?? words[0]
    },
    integer(name: string, otherwise: number, least: number, most: number): number {
      const given = Number(text(name) ?? otherwise)
      if (Number.isInteger(given) && given >= least && given <= most) return given
      wrong.push(`${name} must be a whole number from ${least} to ${most}.`)
      return otherwise
    },
  }
}
