import type { Store } from '../../src/server/storage/database'
import { NotReady, openSystem } from '../../src/server/system'
import { memoryStore } from '../support/database'
import { registerStreet } from './people/street'

const SECRET = 'a secret of at least thirty-two characters'
const keys = {
  secret: SECRET,
  dataFolder: '',
  wechat: { appId: null, secret: null, baseUrl: '', templates: {} },
  publicUrl: null,
}
const open = (store: Store, mode: 'development' | 'production') =>
  openSystem({ ...keys, mode }, store, () => undefined)

test('production does not open over demo data: its people, and who signed in as them, are not real', async () => {
  const store = await memoryStore()
  await expect(open(store, 'production')).rejects.toThrow(NotReady)
  await registerStreet(store)
  await open(store, 'production')

  await store.db.insertInto('seeds').values({ profile: 'tiny', epoch: 0, at: 0, digest: '' }).execute()
  await expect(open(store, 'production')).rejects.toThrow(NotReady)
  await open(store, 'development')
  await store.close()
})
