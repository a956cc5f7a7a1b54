import Taro from '@tarojs/taro'

/**
 * Photos of a draft, kept so that they survive a kill of the app or a closed browser.
 * WeChat keeps them as files of the user, a browser in IndexedDB.
 */
export interface PhotoKeeper {
  keep(id: string, path: string): Promise<void>
  /** A path to show or upload; `undefined` when the phone has thrown it away. */
  open(id: string): Promise<string | undefined>
  drop(id: string): Promise<void>
}

export const photoKeeper: PhotoKeeper = ON_WECHAT ? wechatKeeper() : browserKeeper()

function wechatKeeper(): PhotoKeeper {
  const files = () => Taro.getFileSystemManager()
  const pathOf = (id: string) => `${Taro.env.USER_DATA_PATH}/photo-${id}`
  const told = (run: (done: { success: () => void; fail: (why: unknown) => void }) => void) =>
    new Promise<void>((success, fail) => run({ success, fail }))
  return {
    keep: (id, path) =>
      told((done) => files().saveFile({ tempFilePath: path, filePath: pathOf(id), ...done })),
    open: (id) =>
      told((done) => files().access({ path: pathOf(id), ...done })).then(
        () => pathOf(id),
        () => undefined,
      ),
    drop: (id) =>
      told((done) => files().unlink({ filePath: pathOf(id), ...done })).catch(() => {
        // Already gone, which is what was asked for.
      }),
  }
}

const STORE = 'photos'

function browserKeeper(): PhotoKeeper {
  let opened: Promise<IDBDatabase> | undefined
  const database = () => {
    opened ??= openDatabase()
    return opened
  }
  const within = async <Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>) =>
    settled(ask((await database()).transaction(STORE, mode).objectStore(STORE)))
  return {
    keep: async (id, path) => {
      const photo = await (await fetch(path)).blob()
      await within('readwrite', (store) => store.put(photo, id))
    },
    open: async (id) => {
      const photo: unknown = await within('readonly', (store) => store.get(id))
      return photo instanceof Blob ? URL.createObjectURL(photo) : undefined
    },
    drop: async (id) => {
      await within('readwrite', (store) => store.delete(id))
    },
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('loudong', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return settled(request)
}

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
