import { screen, waitFor } from '@testing-library/react'
import AttendancePage from '../../../src/client/packages/council/attendance/index'
import MeetingPage from '../../../src/client/packages/council/meeting/index'
import MeetingsPage from '../../../src/client/packages/council/meetings/index'
import MinutesPage from '../../../src/client/packages/council/minutes/index'
import type { OutputOf } from '../../../src/contracts/operations'
import type { UnitKind } from '../../../src/core/council/statute'
import { sentTo, serverAnswers, show, signedInAs } from '../support/fake-server'
import { li } from '../support/phone'
import { tap } from '../support/tap'

type Room = NonNullable<OutputOf<'meetings.live'>['room']>
const NOW = Date.parse('2026-12-05T20:00:00+08:00')

const roomOf = (unitKind: UnitKind, more: Partial<Room> = {}): Room => ({
  version: 3,
  no: 2,
  councilId: 'b1',
  councilName: '12栋的会',
  unitKind,
  state: 'in_session',
  startsAt: NOW - 600_000,
  signInFrom: NOW - 4_200_000,
  venue: '一楼大厅',
  online: false,
  note: '',
  units: 12,
  quorum: 8,
  present: 9,
  presiding: '温师傅',
  agenda: [{ place: 1, title: '洗衣房几点关', motionId: 'm1', state: 'on_floor', outcome: null }],
  secondsEach: 120,
  floor: {
    place: 1,
    debate: 'closed',
    wanting: 0,
    wantNeeded: 6,
    speaker: null,
    queue: [],
    vote: { pollId: 'p1', closesAt: NOW + 60_000, state: 'voting', takingPart: 7, tally: null },
  },
  point: null,
  ruling: null,
  appeal: null,
  mine: [],
  may: [],
  ...more,
})

function openRoom(room: Room) {
  signedInAs(li)
  serverAnswers({ 'meetings.live': () => ({ mark: '1', now: NOW, room }) })
  show(MeetingPage, { id: 'mt1' })
}

test.each([
  ['building', '第2次议事会', '栋到会，够数了', '共12栋', '7栋举了手，到会9栋', '一栋一票'],
  ['household', '第2次会议', '户到会，够数了', '共12户', '7户举了手，到会9户', '一户一票'],
  ['person', '第2次会议', '位到会，够数了', '共12位', '7位举了手，到会9位', '一人一票'],
  ['owner', '第2次会议', '位到会，够数了', '共12位', '7位举了手，到会9位', '一套一票'],
] as const)('the room counts what its body counts: %s', async (kind, name, here, all, hands, vote) => {
  openRoom(roomOf(kind))
  expect(await screen.findByText(here)).toBeInTheDocument()
  expect(screen.getByText(`${name}，一楼大厅`)).toBeInTheDocument()
  expect(screen.getByText(all)).toBeInTheDocument()
  expect(screen.getByText(hands)).toBeInTheDocument()
  expect(screen.getByText(`先赞成，再反对，后弃权。${vote}，到点自动截止。`)).toBeInTheDocument()
})

test('a notice to residents goes to residents, not to houses', async () => {
  openRoom(roomOf('person', { state: 'planned', floor: null, may: ['notify', 'cancel'] }))
  expect(await screen.findByText('通知各位居民')).toBeInTheDocument()
  await tap('取消会议')
  expect(await screen.findByText('写明理由，马上告诉各位居民。')).toBeInTheDocument()
})

test('whoever keeps the list of who came reads households, and signs in the one whose phone is at home', async () => {
  signedInAs(li)
  serverAnswers({
    'meetings.roll': () => ({
      unitKind: 'household',
      items: [
        { unitId: 'u1', label: '12栋302', represented: true, here: false, how: null },
        { unitId: 'u2', label: '12栋401', represented: false, here: false, how: null },
      ],
    }),
    'meetings.admit': () => ({ id: 'mt1', version: 4 }),
  })
  show(AttendancePage, { id: 'mt1' })
  expect(await screen.findByText('到了0户，共2户')).toBeInTheDocument()
  expect(screen.getByText('还不知道谁来')).toBeInTheDocument()
  await tap('12栋302签到')
  await waitFor(() => expect(sentTo('meetings.admit')).toEqual([{ id: 'mt1', unitIds: ['u1'] }]))
})

test('minutes of a residents’ body say how many residents came, and which of them signed', async () => {
  signedInAs(li)
  serverAnswers({
    'meetings.minutes': () => ({
      ...{ id: 'mt1', no: 2, councilName: '12栋居民会议', unitKind: 'person', state: 'minutes_draft' },
      ...{ venue: '一楼大厅', startsAt: NOW, beganAt: NOW, closedAt: NOW + 3_600_000, units: 12, quorum: 8 },
      came: [{ label: '12栋-3', how: 'code' }],
      agenda: [
        {
          ...{
            place: 1,
            title: '洗衣房几点关',
            motionId: 'm1',
            state: 'voted',
            outcome: 'passed',
            spoken: [],
          },
          vote: { units: { all: 12, for: 7, against: 1, abstain: 1 }, fingerprint: 'ab'.repeat(32) },
        },
      ],
      ...{
        rulings: [],
        text: '10点关。',
        hash: null,
        draftedBy: null,
        signatures: [],
        errata: [],
        publishedAt: null,
      },
      may: [],
    }),
  })
  show(MinutesPage, { id: 'mt1' })
  expect(await screen.findByText('12位里到了1位，满8位作数')).toBeInTheDocument()
  expect(screen.getByText('赞成7位，反对1位，弃权1位')).toBeInTheDocument()
  expect(screen.getByText('到会的居民签字')).toBeInTheDocument()
})

test('a body that has not met yet tells whom it will call', async () => {
  signedInAs(li)
  serverAnswers({
    'meetings.list': () => ({ items: [], cursor: null, unitKind: 'household', mayPlan: false }),
  })
  show(MeetingsPage, { council: 'b1' })
  expect(await screen.findByText('要开会了，会提前通知各户。')).toBeInTheDocument()
})
