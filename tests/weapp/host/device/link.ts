import { Failure } from '../failure'
import type { WayOut } from '../world'

/** The way from the device (a page in Chromium) to the host (Node), offered by host.ts under these names. */
declare global {
  interface Window {
    /** Carries a call of wx to the outside world. */
    hostToWorld(way: WayOut, options: string): Promise<string>
    /** Tells the automator of an event. */
    hostToAutomator(method: string, params: string): Promise<void>
  }
}

/** What the world answers; throws a Failure in WeChat's words. */
export async function toWorld(way: WayOut, options: object): Promise<object> {
  const { failure, more, ...answer } = JSON.parse(await window.hostToWorld(way, JSON.stringify(options)))
  if (failure !== undefined) throw new Failure(failure, more)
  return answer
}

export const toAutomator = (method: string, params: unknown): void =>
  void window.hostToAutomator(method, JSON.stringify(params))

/** Something a phone would not have borne: fails the test that hears of it. */
export const complain = (message: string): void => toAutomator('App.exceptionThrown', { message })
