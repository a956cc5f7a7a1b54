import { resolve } from 'node:path'
import { BadEnvironment, environment } from '../../src/server/environment'

const COMPLETE = {
  LOUDONG_ENV: 'production',
  LOUDONG_SECRET: 'x'.repeat(32),
  WECHAT_APP_ID: 'wx1234567890',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_PUSH_TOKEN: 'token',
  WECHAT_PUSH_KEY: 'A'.repeat(43),
  LOUDONG_PUBLIC_URL: 'https://loudong.example.com',
  DATABASE_URL: 'postgresql://app@db/loudong',
}

const sentencesOf = (variables: Record<string, string | undefined>): string[] => {
  try {
    environment(variables)
    return []
  } catch (error) {
    if (error instanceof BadEnvironment) return error.sentences
    throw error
  }
}

test('development needs nothing', () => {
  expect(environment({})).toEqual({
    mode: 'development',
    port: 8730,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    databaseUrl: null,
    databasePool: 10,
    profile: 'pilot',
    wechat: { appId: null, secret: null, baseUrl: 'https://api.weixin.qq.com', templates: {} },
    push: { token: null, key: null },
    publicUrl: null,
    secret: null,
  })
})

test('an empty variable counts as an absent one', () => {
  expect(environment({ DATABASE_URL: '', PORT: ' ', LOUDONG_PROFILE: '' })).toEqual(environment({}))
})

test('a door open to other machines is not a development one by mere forgetting', () => {
  expect(sentencesOf({ HOST: '0.0.0.0' })).toHaveLength(1)
  expect(sentencesOf({ HOST: '0.0.0.0', LOUDONG_ENV: 'development' })).toEqual([])
  expect(sentencesOf({ ...COMPLETE, HOST: '0.0.0.0' })).toEqual([])
  expect(sentencesOf({ HOST: 'localhost' })).toEqual([])
})

test('production starts when everything is set', () => {
  expect(environment(COMPLETE)).toMatchObject({ mode: 'production', databaseUrl: COMPLETE.DATABASE_URL })
})

test.each([
  ['LOUDONG_SECRET'],
  ['WECHAT_APP_ID'],
  ['WECHAT_APP_SECRET'],
  ['WECHAT_PUSH_TOKEN'],
  ['WECHAT_PUSH_KEY'],
  ['LOUDONG_PUBLIC_URL'],
  ['DATABASE_URL'],
])('production without %s is refused with one sentence that names it', (name) => {
  const sentences = sentencesOf({ ...COMPLETE, [name]: undefined })
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toContain(name)
})

test('production may keep its records in a folder that was named', () => {
  expect(sentencesOf({ ...COMPLETE, DATABASE_URL: undefined, LOUDONG_DATA: '/srv/loudong' })).toEqual([])
})

test('a public address may end in a slash', () => {
  const { publicUrl } = environment({ LOUDONG_PUBLIC_URL: 'https://loudong.example.com/app/' })
  expect(publicUrl).toBe('https://loudong.example.com/app')
})

test('a short secret is refused, and no sentence repeats a secret', () => {
  const sentences = sentencesOf({ ...COMPLETE, LOUDONG_SECRET: 'hunter2' })
  expect(sentences).toHaveLength(1)
  expect(sentences.join()).not.toContain('hunter2')
})

test('everything missing is told at once', () => {
  expect(sentencesOf({ LOUDONG_ENV: 'production' })).toHaveLength(6)
})

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['DATABASE_POOL', '0'],
  ['LOUDONG_ENV', 'prod'],
  ['LOUDONG_PROFILE', 'huge'],
  ['LOUDONG_PUBLIC_URL', 'loudong.example.com'],
  ['WECHAT_PUSH_KEY', 'short'],
])('%s=%s is refused instead of guessed at', (name, value) => {
  const sentences = sentencesOf({ [name]: value })
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toContain(name)
})

test('the templates of messages: an id with the usual fields, or with those it has', () => {
  const { templates } = environment({
    WECHAT_TEMPLATES: 'progress=aB-1_, result=cD2:title.thing2:state.phrase1:at.time5',
  }).wechat
  const field = (slot: string, type: string, name: string) => ({ slot, type, name })
  expect(templates).toEqual({
    progress: {
      id: 'aB-1_',
      fields: [
        field('title', 'thing', 'thing1'),
        field('state', 'phrase', 'phrase2'),
        field('at', 'time', 'time3'),
        field('tip', 'thing', 'thing4'),
      ],
    },
    result: {
      id: 'cD2',
      fields: [
        field('title', 'thing', 'thing2'),
        field('state', 'phrase', 'phrase1'),
        field('at', 'time', 'time5'),
      ],
    },
  })
})

test.each([
  ['a template we do not send', 'vote=ID'],
  ['a template without an id', 'progress='],
  ['a field of a type we cannot fill', 'progress=ID:title.car_number1'],
  ['a field we have nothing to say in', 'progress=ID:name.thing1'],
  ['words in a field for a time', 'progress=ID:title.time1'],
  ['a time in a field for words', 'progress=ID:at.thing1'],
])('%s is told at the start', (_, words) => {
  expect(sentencesOf({ WECHAT_TEMPLATES: words })).toEqual([expect.stringContaining('WECHAT_TEMPLATES')])
})
