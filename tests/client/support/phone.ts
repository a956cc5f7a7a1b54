import Taro from '@tarojs/taro'
import { act, fireEvent, screen } from '@testing-library/react'
import type { OperationName } from '#contracts/operations'
import { queryClient } from '../../../src/client/platform/query-client'
import { useConnection } from '../../../src/client/stores/connection'
import { useDrafts } from '../../../src/client/stores/drafts'
import { usePreferred } from '../../../src/client/stores/my-building'
import { type Me, useSession } from '../../../src/client/stores/session'

export const request = Taro.request as unknown as jest.Mock
export const upload = Taro.uploadFile as unknown as jest.Mock

type Answers = Partial<Record<OperationName, (input: never, key: string) => unknown>>

export const refused = (code: string, more: object = {}) => ({
  ok: false,
  error: { code, requestId: 'r1', ...more },
})
export const told = (data: unknown) => ({ ok: true, data })

/** Everything the app asks reaches this, as it would reach the server; no answer given = nothing found. */
export function serve(answers: Answers): void {
  request.mockImplementation(async ({ url, data, header }) => {
    const name = String(url).replace(/^.*\/rpc\//, '') as OperationName
    const answer = answers[name]
    return {
      data: answer ? answer(JSON.parse(data) as never, header['Idempotency-Key']) : refused('NOT_FOUND'),
    }
  })
}

export const sent = (name: OperationName): { input: Record<string, unknown>; key: string }[] =>
  request.mock.calls
    .map(([call]) => call)
    .filter(({ url }) => String(url).endsWith(`/rpc/${name}`))
    .map(({ data, header }) => ({ input: JSON.parse(data), key: header['Idempotency-Key'] }))

export const point = { latE6: 23_170_000, lngE6: 114_420_000 }

export const li: Me = {
  personId: 'p.li',
  name: '李先生',
  realNameLevel: 2,
  phone: '100****6635',
  phoneVerified: false,
  pseudonymous: false,
  avatar: null,
  home: {
    buildingId: 'JX-023',
    label: '23栋',
    estateId: 'jinxing-20',
    gridPath: '441302010.001.005.01',
    point,
    confirmed: true,
  },
  offices: [],
  isStaff: false,
  unread: 0,
}

export const receipt = { id: 'c9', no: 'XJ2611230007', contactDueAt: Date.now() + 4 * 3_600_000, held: false }

/** A phone fresh from the shop: nothing kept, nobody signed in, online. */
export function newPhone(me?: Me): void {
  request.mockReset()
  upload.mockReset()
  queryClient.clear()
  for (const { id } of useDrafts.getState().drafts) useDrafts.getState().remove(id)
  localStorage.clear()
  useConnection.setState({ online: true })
  usePreferred.setState({ building: undefined })
  if (me) useSession.getState().enter({ token: 'token-of-li', me })
  else useSession.getState().leave()
  open({})
}

/** The address bar of the page that is shown next. */
export function open(params: Record<string, string>): void {
  Object.assign(globalThis, { __routeParams: params })
}

export const press = async (name: string | RegExp, role = 'button') => {
  await act(async () => {
    fireEvent.click(screen.getByRole(role, { name }))
  })
}

/** Types into one of Taro's elements, the way its browser version tells the page. */
export const type = async (id: string, value: string) => {
  await act(async () => {
    document.getElementById(id)?.dispatchEvent(new CustomEvent('input', { detail: { value }, bubbles: true }))
  })
}
