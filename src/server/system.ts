import { v7 as newId } from 'uuid'
import type { Environment } from './environment'
import type { System } from './operation'
import { developmentSecret } from './people/secret'
import { openVault } from './people/vault'
import { openWechatDoor } from './people/wechat'
import { openPhotoLinks } from './photos/links'
import type { Store } from './storage/database'

/** The database holds no street yet, so nobody has anything to ask about. */
export class NoStreet extends Error {
  constructor() {
    super('数据库里还没有登记街道，请先运行 npm run seed。 No street is registered yet; run: npm run seed')
    this.name = 'NoStreet'
  }
}

/** Puts together what every door shares, over a database that is migrated and holds its street. */
export async function openSystem(
  environment: Pick<Environment, 'mode' | 'secret' | 'dataFolder' | 'wechat'>,
  store: Store,
  report: System['report'],
): Promise<System> {
  const vault = openVault(environment.secret ?? (await developmentSecret(environment.dataFolder)))
  return {
    store,
    streetId: await streetIn(store),
    mode: environment.mode,
    vault,
    wechat: openWechatDoor(environment.wechat),
    photoLinks: openPhotoLinks(vault),
    clock: (tx) => store.now(tx),
    newId,
    report,
  }
}

async function streetIn(store: Store): Promise<string> {
  const street = await store.db
    .selectFrom('grids')
    .select('street_id')
    .where('level', '=', 0)
    .executeTakeFirst()
  if (!street) throw new NoStreet()
  return street.street_id
}
