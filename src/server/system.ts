import { v7 as newId } from 'uuid'
import type { Environment } from './environment'
import type { System } from './operation'
import { developmentSecret } from './people/secret'
import { openVault, type Vault } from './people/vault'
import { openPhotoLinks } from './photos/links'
import { provePublicUrl } from './photos/probe'
import type { Store, Tx } from './storage/database'
import { keepAccessTokens } from './wechat/access-token'
import { wechatOverHttps } from './wechat/https'
import { openWechatDoor } from './wechat/sign-in'

/** The database is there, but not ready to be used. */
export class NotReady extends Error {
  override name = 'NotReady'
}

const NO_TABLES =
  '数据库里还没有数据表，请先运行 npm run migrate。 The database has no tables yet; run: npm run migrate'
const NO_STREET =
  '数据库里还没有登记街道。演示请运行 npm run seed；正式环境请用 npm run import 导入街道、网格和楼栋。 ' +
  'No street is registered yet. For a demo run: npm run seed. For a real street run: npm run import.'
const DEMO_DATA =
  '这个数据库里是演示数据，不能用于正式环境。 This database holds demo data; production needs a database of its own.'
/** PostgreSQL's word for a table that does not exist. */
const UNDEFINED_TABLE = '42P01'

type Keys = Pick<Environment, 'secret' | 'dataFolder'>

/** The vault of this installation; development makes its own secret beside its data. */
export const vaultOf = async ({ secret, dataFolder }: Keys): Promise<Vault> =>
  openVault(secret ?? (await developmentSecret(dataFolder)))

/** Puts together what every door shares, over a database that is migrated and holds its street. */
export async function openSystem(
  environment: Keys & Pick<Environment, 'mode' | 'wechat' | 'publicUrl'>,
  store: Store,
  report: System['report'],
): Promise<System> {
  const streetId = await streetIn(store)
  if (environment.mode === 'production' && (await isDemo(store))) throw new NotReady(DEMO_DATA)
  const vault = await vaultOf(environment)
  const { mode, wechat, publicUrl } = environment
  const kept = { store, streetId, vault, clock: (tx: Tx) => store.now(tx) }
  const photoLinks = openPhotoLinks(vault)
  const hasAccount = wechat.appId !== null && wechat.secret !== null
  return {
    ...kept,
    mode,
    wechat: openWechatDoor(wechat),
    wechatApi: hasAccount ? wechatOverHttps(wechat, keepAccessTokens(kept, wechat)) : null,
    messageTemplates: wechat.templates,
    photoLinks,
    cloudFiles: null,
    publicUrl,
    leadsHere: provePublicUrl({ publicUrl, photoLinks }),
    newId,
    report,
  }
}

async function isDemo({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('seeds').select('profile').limit(1).execute()).length > 0
}

/** The street this database belongs to. */
export async function streetIn(store: Store): Promise<string> {
  const found = await registeredStreet(store)
  if (found === null) throw new NotReady(NO_STREET)
  return found
}

/** The street of this database, or `null` before the first import. */
export async function registeredStreet({ db }: Store): Promise<string | null> {
  const found = await db
    .selectFrom('grids')
    .select('street_id')
    .where('level', '=', 0)
    .executeTakeFirst()
    .catch((failure: { code?: string }) => {
      throw failure.code === UNDEFINED_TABLE ? new NotReady(NO_TABLES) : failure
    })
  return found?.street_id ?? null
}
