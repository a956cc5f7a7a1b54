import { act } from '@testing-library/react'

/** The few calls our photo keeper makes of IndexedDB and of blob addresses, which jsdom lacks. */
export function givePhotoMemory(): Map<string, unknown> {
  const kept = new Map<string, unknown>()
  const asked = (result: unknown) => {
    const waiting: { result: unknown; onsuccess?: () => void; onupgradeneeded?: () => void } = { result }
    queueMicrotask(() => {
      waiting.onupgradeneeded?.()
      waiting.onsuccess?.()
    })
    return waiting
  }
  const store = {
    put: (photo: unknown, id: string) => asked(kept.set(id, photo)),
    get: (id: string) => asked(kept.get(id)),
    delete: (id: string) => asked(kept.delete(id)),
  }
  const database = { createObjectStore: () => store, transaction: () => ({ objectStore: () => store }) }
  Object.assign(globalThis, {
    indexedDB: { open: () => asked(database) },
    fetch: async () => ({ blob: async () => new Blob(['photo']) }),
  })
  Object.assign(URL, { createObjectURL: () => 'blob:photo' })
  return kept
}

/** Chooses files in the chooser the page has opened. */
export async function choose(...names: string[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no chooser is open')
  Object.defineProperty(input, 'files', { value: names.map((name) => new File(['x'], name)) })
  await act(async () => {
    input.dispatchEvent(new Event('change'))
    await new Promise((done) => setTimeout(done, 20))
  })
}
