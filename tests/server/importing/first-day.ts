import { v7 as newId } from 'uuid'
import type { InputOf, OperationName, OutputOf } from '../../../src/contracts/operations'
import { dispatch } from '../../../src/server/dispatch'
import { importFile } from '../../../src/server/importing/import'
import type { GivenFile } from '../../../src/server/importing/tables'
import type { System } from '../../../src/server/operation'
import type { Store } from '../../../src/server/storage/database'
import { openSystem, registeredStreet, vaultOf } from '../../../src/server/system'
import { startWechat } from '../../support/wechat'
import { answerOf } from '../concerns/small-street'

const KEYS = { secret: 'a secret of at least thirty-two characters', dataFolder: '' }

/** Brings a file in as the tool does. */
export async function bring(store: Store, file: GivenFile): Promise<void> {
  const vault = await vaultOf(KEYS)
  const streetId = await registeredStreet(store)
  const outcome = await store.transaction(async (tx) =>
    importFile(tx, file, { streetId, scope: null, vault, newId, by: null, now: await store.now(tx) }, false),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
}

const PASSES = { result: { suggest: 'pass', label: 100 }, trace_id: 'trace' }

/** WeChat as far as signing in goes: `wx-<who>` signs in as that user, `phone-<number>-…` is that number's code. */
export const signInWechat = () =>
  startWechat(({ path, query, body }) => {
    if (path === '/sns/jscode2session') return { openid: `openid-${query.js_code}`, session_key: 'unread' }
    if (path === '/cgi-bin/stable_token') return { access_token: 'token', expires_in: 7200 }
    if (path === '/wxa/msg_sec_check') return { errcode: 0, errmsg: 'ok', ...PASSES }
    const [, phone] = /^phone-(\d+)/.exec((body as { code: string }).code) ?? []
    return { errcode: 0, errmsg: 'ok', phone_info: { purePhoneNumber: phone, countryCode: '86' } }
  })

/** A production system over a street that was just imported, exactly as a start puts it together. */
export const productionSystem = (store: Store, wechatAddress: string): Promise<System> =>
  openSystem(
    {
      ...KEYS,
      mode: 'production',
      publicUrl: null,
      wechat: { appId: 'wx-app', secret: 'secret', baseUrl: wechatAddress, templates: {} },
    },
    store,
    (surprise) => {
      throw surprise
    },
  )

export interface Phone {
  personId: string
  ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  try<Name extends OperationName>(name: Name, input: InputOf<Name>): ReturnType<typeof dispatch>
}

/** Somebody's phone after signing in by WeChat. */
export async function phoneOf(system: System, who: string): Promise<Phone> {
  const call = (operation: string, input: unknown, token?: string) =>
    dispatch(system, {
      operation,
      input,
      key: newId(),
      requestId: 'test',
      credentials: token ? { kind: 'token', token } : { kind: 'none' },
    })
  const { token, me } = answerOf(
    await call('people.signInWechat', { code: `wx-${who}` }),
  ) as OutputOf<'people.signInWechat'>
  return {
    personId: me.personId,
    ask: async (name, input) => answerOf(await call(name, input, token)) as never,
    try: (name, input) => call(name, input, token),
  }
}
