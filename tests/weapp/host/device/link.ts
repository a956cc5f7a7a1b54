/** The way from the device (a page in Chromium) to the host (Node), offered by host.ts under these names. */
declare global {
  interface Window {
    /** Carries a call of wx to the outside world; rejects with WeChat's words. */
    hostToWorld(kind: 'request' | 'uploadFile', options: string): Promise<string>
    /** Tells the automator of an event. */
    hostToAutomator(method: string, params: string): Promise<void>
  }
}

export const toWorld = async (kind: 'request' | 'uploadFile', options: unknown): Promise<unknown> =>
  JSON.parse(await window.hostToWorld(kind, JSON.stringify(options)))

export const toAutomator = (method: string, params: unknown): void =>
  void window.hostToAutomator(method, JSON.stringify(params))

/** Something a phone would not have borne: fails the test that hears of it. */
export const complain = (message: string): void => toAutomator('App.exceptionThrown', { message })
