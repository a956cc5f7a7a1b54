import Taro from '@tarojs/taro'
import { render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { Asking, queryClient } from '../../../src/client/platform/query-client'
import { type Me, useSession } from '../../../src/client/stores/session'
import type { Envelope, Refused } from '../../../src/contracts/envelope'
import type { OperationName, OutputOf } from '../../../src/contracts/operations'

type Reply<Name extends OperationName> = OutputOf<Name> | Refused['code'] | 'OFFLINE'
export type Replies = { [Name in OperationName]?: (input: never) => Reply<Name> }

interface Sent {
  operation: string
  input: unknown
  header: Record<string, string>
}

const request = Taro.request as unknown as jest.Mock

/** What left the phone, in order. */
export const sent: Sent[] = []
export const sentTo = (operation: OperationName): unknown[] =>
  sent.filter((one) => one.operation === operation).map(({ input }) => input)

/** A server at the other end of the wire: everything above the wire is our own code. */
export function serverAnswers(replies: Replies): void {
  request.mockImplementation(async ({ url, data, header }) => {
    const operation = String(url).replace('/rpc/', '')
    const input: unknown = JSON.parse(data)
    sent.push({ operation, input, header })
    // The contract ties each name to its own input; a table of all of them cannot.
    const reply = (replies as Record<string, ((input: unknown) => unknown) | undefined>)[operation]
    const answer = reply ? reply(input) : 'NOT_FOUND'
    if (answer === 'OFFLINE') throw { errMsg: 'request:fail' }
    return { data: envelope(answer) }
  })
}

const envelope = (answer: unknown): Envelope<unknown> =>
  typeof answer === 'string'
    ? { ok: false, error: { code: answer as Refused['code'], requestId: 'r1' } }
    : { ok: true, data: answer }

const pending = new Promise<never>(() => {})
/** The network takes its time: nothing comes back while the test looks. */
export const serverIsSlow = (): void => {
  request.mockImplementation(() => pending)
}

export function show(Screen: ComponentType, params: Record<string, string> = {}) {
  Object.assign(globalThis, { __routeParams: params })
  return render(
    <Asking>
      <Screen />
    </Asking>,
  )
}

export const signedInAs = (me: Me): void => useSession.setState({ token: 't1', me })

beforeEach(() => {
  sent.length = 0
  queryClient.clear()
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 1 } })
  useSession.setState({ token: undefined, me: undefined })
  jest.clearAllMocks()
})
