import type { Run } from './called-back'
import { agreement } from './privacy'

/** Nobody sits in front of this phone: a test answers these with mockWxMethod. */
function cancelled(): never {
  throw new Error('cancel')
}

const PASTEBOARD = { data: '' }

/** What is private: each waits for the agreement to the privacy contract, whoever answers it. */
export const privateOfWx: Record<string, Run> = {
  chooseMedia: cancelled,
  chooseImage: cancelled,
  chooseLocation: cancelled,
  getLocation: cancelled,
  setClipboardData({ data }) {
    PASTEBOARD.data = String(data)
  },
  getClipboardData: () => ({ ...PASTEBOARD }),
  saveImageToPhotosAlbum: () => undefined,
}

/** Runs after the agreement. */
export const afterAgreement =
  (name: string, run: Run): Run =>
  async (options) => {
    await agreement(name)
    return run(options)
  }

export const holderOfWx: Record<string, Run> = {
  scanCode: cancelled,
  login: () => ({ code: `host-${Date.now()}` }),
  checkSession: () => undefined,
  getSetting: () => ({ authSetting: {} }),
  openSetting: () => ({ authSetting: {} }),
}
