import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { parse } from 'valibot'
import { type CommandName, operations } from '#contracts/operations'
import type { ConcernDetail } from '../../../src/client/components/staff-actions/deeds'
import { StaffActions } from '../../../src/client/components/staff-actions/staff-actions'
import { Asking, queryClient } from '../../../src/client/platform/query-client'

const request = Taro.request as unknown as jest.Mock

interface Sent {
  name: string
  input: Record<string, unknown>
  key: string | undefined
}
type Answer = object | Error | (() => Promise<object>)

export const granted = (data: object) => ({ ok: true, data })
export const refused = (code: string, fields?: object[]) => ({
  ok: false,
  error: { code, requestId: 'r1', ...(fields && { fields }) },
})
export const LOST = new Error('no network')

const requests: Sent[] = []
const answers = new Map<string, Answer[]>()

/** A server in memory at the place of the network; the last answer of an operation is given again. */
export function serve(named: Record<string, Answer | Answer[]>) {
  for (const [name, answer] of Object.entries(named))
    answers.set(name, Array.isArray(answer) ? answer : [answer])
}

export function emptyStage() {
  requests.length = 0
  answers.clear()
  queryClient.clear()
  serve({
    'concerns.similar': granted({ items: [] }),
    'concerns.list': granted({ items: [], cursor: null }),
    'places.departments': granted({ departments: DEPARTMENTS }),
  })
  request.mockReset()
  request.mockImplementation(async ({ url, data, header }) => {
    const sent = {
      name: url.slice('/rpc/'.length),
      input: JSON.parse(data),
      key: header['Idempotency-Key'],
    }
    requests.push(sent)
    const left = answers.get(sent.name) ?? []
    const answer = left.length > 1 ? left.shift() : left[0]
    if (answer === undefined || answer instanceof Error) throw answer ?? LOST
    return { data: typeof answer === 'function' ? await answer() : answer }
  })
}

/** What was sent to an operation, each held against the contract first. */
export const sentTo = (name: CommandName): Sent[] =>
  requests
    .filter((sent) => sent.name === name)
    .map((sent) => {
      parse(operations[name].input, sent.input)
      return sent
    })

export const inputsOf = (name: CommandName): Record<string, unknown>[] =>
  sentTo(name).map(({ input }) => input)

export const DEPARTMENTS = [
  { id: 'municipal', name: '市政所' },
  { id: 'power', name: '供电所' },
  { id: 'fire', name: '消防站' },
]

/** Monday 23 November 2026, 10:00 in China. */
export const NOW = Date.UTC(2026, 10, 23, 2)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const concern = (change: Partial<ConcernDetail> = {}): ConcernDetail => ({
  id: 'c1',
  no: 'XJ2611230001',
  category: 'LIGHT_BROKEN',
  title: '33栋门前路灯不亮',
  state: 'in_progress',
  level: 2,
  severity: 'normal',
  visibility: 'public',
  placeLabel: '33栋',
  buildingNo: 33,
  submittedAt: NOW - HOUR,
  changedAt: NOW - HOUR,
  contactDueAt: NOW + 3 * HOUR,
  dueAt: NOW + 2 * DAY,
  holder: '网格员曾小云',
  endorsements: 2,
  thumb: null,
  rating: null,
  version: 7,
  detail: '',
  place: { buildingId: 'b33', buildingLabel: '33栋', point: null, words: '' },
  gridPath: '441302010.001.005.02',
  gridNames: [],
  reporter: '一位居民',
  reporterAvatar: null,
  mine: false,
  endorsed: false,
  anonymous: true,
  desk: 'grid',
  departmentName: null,
  calendarAssumed: false,
  contactedAt: null,
  pausedUntil: null,
  pauseReason: null,
  answerUntil: null,
  photos: [],
  helped: null,
  outcome: null,
  verifiedBy: null,
  closing: null,
  closedAt: null,
  closingNote: null,
  ratingWords: null,
  mergedInto: null,
  motion: null,
  whistles: [],
  extensionAsked: null,
  timeline: [{ seq: 1, kind: 'submit', at: NOW - HOUR, by: '一位居民', level: 2, detail: {} }],
  may: [],
  ...change,
})

export const shown = (what: ReactElement) => render(what, { wrapper: Asking })

/** The buttons of one matter; asking it anew changes nothing unless told. */
export const showActions = (found: ConcernDetail, onDone: () => Promise<unknown> = async () => undefined) =>
  shown(<StaffActions concern={found} onDone={onDone} />)

export const tap = async (name: string | RegExp, role = 'button') => {
  const found = await screen.findByRole(role, { name })
  await act(async () => {
    fireEvent.click(found)
  })
}

/** The button of the sheet that is up, which may be called like the one that opened it. */
export const tapInSheet = async (name: string | RegExp) => {
  const dialogs = screen.getAllByRole('dialog')
  const sheet = dialogs[dialogs.length - 1]
  const button = Array.from(sheet?.querySelectorAll('[role=button]') ?? []).find((one) => {
    const label = one.getAttribute('aria-label') ?? ''
    return typeof name === 'string' ? label === name : name.test(label)
  })
  if (!button) throw new Error(`no button ${name} in the sheet`)
  await act(async () => {
    fireEvent.click(button)
  })
}

export const choose = (name: string | RegExp) => tap(name, 'radio')
export const check = (name: string | RegExp) => tap(name, 'checkbox')

const fieldOf = (id: string): HTMLElement => {
  const field = document.getElementById(id)
  if (!field) throw new Error(`no field ${id}`)
  return field
}

export const type = async (id: string, value: string) => {
  // Taro's element draws the real field a moment later.
  await waitFor(() => expect(fieldOf(id).querySelector('input, textarea')).not.toBeNull())
  await act(async () => {
    fieldOf(id).dispatchEvent(new CustomEvent('input', { detail: { value }, bubbles: true }))
  })
}

/** What stands in a field: Taro hands it to its element as a property. */
export const typedIn = (id: string): unknown => (fieldOf(id) as HTMLElement & { value?: unknown }).value
