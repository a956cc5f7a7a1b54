import type { Store } from '../../src/server/storage/database'
import { buildFunctions, type Instance, resident } from '../functions/cloud'
import { FILES, startTcb, type Tcb } from '../functions/tcb'
import { registerStreet } from '../server/people/street'
import { freshPostgres } from '../support/postgres'
import type { Cloud } from './host/cloud'

/** The environment that `dist/weapp-cloud` is built for (config/weapp-cloud.env). */
const ENVIRONMENT = 'test-cloud'

export interface RunningCloud {
  /** What the phone of this WeChat user reaches. */
  for(openid: string): Cloud
  store: Store
  /** What lies in the cloud's storage, by file id: phones and functions share it. */
  files: Tcb['files']
  stop(): Promise<void>
}

/** A street in a PostgreSQL database, served by the real cloud function. */
export async function startCloud(): Promise<RunningCloud> {
  const [built, database] = [buildFunctions(), await freshPostgres()]
  await registerStreet(database.store)
  // WeChat finds nothing in the words; without its answer they would wait for a look.
  const wechat = await startTcb(() => ({
    json: { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } },
  }))
  const api = await built.start('api', {
    ...wechat.variables,
    DATABASE_URL: database.url,
    LOUDONG_SECRET: 'a secret of at least thirty-two characters',
  })
  const call = oneAtATime(api)
  return {
    store: database.store,
    files: wechat.files,
    for: (openid) => ({
      environment: ENVIRONMENT,
      storage: wechat.address,
      functions: { api: (event) => call(event, openid) },
      keep(cloudPath, content) {
        wechat.files.set(FILES + cloudPath, content)
        return FILES + cloudPath
      },
    }),
    async stop() {
      await api.stop()
      wechat.stop()
      await database.drop()
      built.remove()
    },
  }
}

/** An instance serves one call after another; the cloud would start more of them. */
function oneAtATime(api: Instance) {
  let free: Promise<unknown> = Promise.resolve()
  return (event: object, openid: string): Promise<unknown> => {
    const answer = free.then(async () => (await api.call(event, resident(openid))).answer)
    free = answer.catch(() => undefined)
    return answer
  }
}
