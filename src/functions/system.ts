import cloud from 'wx-server-sdk'
import { BadEnvironment, environment } from '#server/environment'
import type { System } from '#server/operation'
import type { CloudFiles } from '#server/photos/cloud-files'
import { openCloudLinks } from '#server/photos/cloud-links'
import type { PhotoBytes } from '#server/photos/store'
import { reportTo } from '#server/report'
import { openDatabase } from '#server/storage/database'
import { openSystem } from '#server/system'
import { filesOfCloud } from './files'
import { wechatInCloud } from './wechat-api'

/** What WeChat hands over beside the event. */
export interface Context {
  callbackWaitsForEmptyEventLoop?: boolean
}

export const report = reportTo(console.error)
let opened: Promise<System | null> | null = null

/**
 * The system of this instance, opened by its first call and kept for the next ones. `null` when it cannot be
 * opened (the log says why); the next call tries again. Migrations are run beforehand by `npm run migrate`.
 */
export function systemOfInstance(context?: Context): Promise<System | null> {
  // The connection to the database stays open between calls; the platform must not wait for its end.
  if (context) context.callbackWaitsForEmptyEventLoop = false
  // Only inside a call does the SDK know where it runs.
  opened ??= open(cloud.getWXContext().ENV ?? '').catch((failure: unknown) => {
    opened = null
    report(failure, 'opening')
    return null
  })
  return opened
}

const bytesIn = (files: CloudFiles): PhotoBytes => ({
  async remove({ fileId }) {
    if (fileId !== null) await files.remove(fileId)
  },
})

async function open(environmentId: string): Promise<System> {
  const found = environment()
  if (!found.databaseUrl) {
    throw new BadEnvironment([
      'DATABASE_URL must be set: a cloud function has no disk of its own to keep data on.',
    ])
  }
  if ((found.secret ?? '').length < 32) {
    throw new BadEnvironment([
      'LOUDONG_SECRET must be set to the same 32 or more characters for every function.',
    ])
  }

  // An instance serves one call at a time; more connections would only use up the database's.
  const store = await openDatabase({ ...found, databasePool: 1 })
  try {
    // Whatever LOUDONG_ENV says: personas stay closed in a place the whole internet can call.
    const system = await openSystem({ ...found, mode: 'production' }, store, report)
    const cloudFiles = filesOfCloud(environmentId)
    return {
      ...system,
      cloudFiles,
      photoBytes: bytesIn(cloudFiles),
      photoLinks: openCloudLinks(system, cloudFiles),
      wechatApi: wechatInCloud,
    }
  } catch (failure) {
    await store.close()
    throw failure
  }
}
