import type { JointEvent, JointMatter, Owners, Party } from '#core/joint/matter'
import { DAY, HOUR, PILOT_COMMUNITY, PILOT_ESTATE, PILOT_GRID, STREET } from './codes'
import { grant, phoneOf, type SeedGrant, type SeedPerson } from './people'
import { personOf } from './personas'

const JINDU = { estate: 'jindu-yayuan', community: `${STREET}.004`, grid: `${STREET}.004.001` }

/** Three who speak for the parties of 金都雅苑, an estate with an owners' committee. */
export const SPEAKERS: SeedPerson[] = [
  { id: 'p.jindu-party', name: '罗建平', phone: phoneOf(4_500_001), age: 52 },
  { id: 'p.jindu-residents', name: '彭秀兰', phone: phoneOf(4_500_002), age: 47 },
  { id: 'p.jindu-owners', name: '范志勇', phone: phoneOf(4_500_003), age: 44 },
]

export const SPEAKER_GRANTS: SeedGrant[] = [
  grant('g.jindu-party', 'p.jindu-party', 'party_committee', JINDU.community),
  grant('g.jindu-residents', 'p.jindu-residents', 'residents_committee', JINDU.community),
  grant('g.jindu-owners', 'p.jindu-owners', 'owners_committee', JINDU.grid),
  grant('g.jinxing-party', personOf('secretary'), 'party_committee', PILOT_COMMUNITY),
  grant('g.jinxing-residents', personOf('captain.vol'), 'residents_committee', PILOT_COMMUNITY),
]

interface Told {
  matter: JointMatter
  events: { kind: JointEvent['kind'] | 'open'; by: string; at: number; detail: object }[]
}

interface Scene {
  id: string
  place: { estate: string; grid: string }
  owners: Owners
  subject: string
  duties: Record<Party, string>
  openedBy: string
  /** Days before today, and days until it is due. */
  ago: number
  due: number
  signs: { party: Party; by: string; ago: number; note: string }[]
}

const SCENES: Scene[] = [
  {
    id: 'jm.jindu-gate',
    place: JINDU,
    owners: 'owners_committee',
    subject: '金都雅苑南门改单行，早晚高峰有人疏导',
    duties: {
      party_committee: '组织党员志愿者早晚各值守一小时',
      residents_committee: '画线、装指示牌，跟交警对接',
      owners: '征求业主意见，调整道闸进出方向',
    },
    openedBy: 'p.community.004',
    ago: 40,
    due: -10,
    signs: [
      { party: 'residents_committee', by: 'p.jindu-residents', ago: 18, note: '线画好了，指示牌装了四块' },
      { party: 'owners', by: 'p.jindu-owners', ago: 15, note: '征求过186户，道闸改好了' },
      { party: 'party_committee', by: 'p.jindu-party', ago: 12, note: '值守排到年底' },
    ],
  },
  {
    id: 'jm.jinxing-charging',
    place: { estate: PILOT_ESTATE, grid: PILOT_GRID },
    owners: 'council',
    subject: '20号小区集中充电棚：选址、装棚、管起来',
    duties: {
      party_committee: '牵头协调供电所，定下选址',
      residents_committee: '跟进施工和消防验收',
      owners: '每栋告知租户，楼道不再充电',
    },
    openedBy: personOf('community.staff'),
    ago: 9,
    due: 21,
    signs: [
      { party: 'party_committee', by: personOf('secretary'), ago: 2, note: '选址在8栋旁空地，供电所同意了' },
    ],
  },
]

/** What three parties have done and are doing: one that is over with an owners' committee, one open with the council. */
export const jointTales = (epoch: number): Told[] => SCENES.map((scene) => tale(scene, epoch))

function tale({ id, place, owners, subject, duties, openedBy, ago, due, signs }: Scene, epoch: number): Told {
  const at = (days: number) => epoch - days * DAY + 10 * HOUR
  const signOffs = Object.fromEntries(
    signs.map(({ party, by, ago: days, note }) => [party, { by, at: at(days), note }]),
  )
  const last = signs.at(-1)
  const isOver = signs.length === 3
  return {
    matter: {
      id,
      streetId: STREET,
      estateId: place.estate,
      gridPath: place.grid,
      subject,
      owners,
      duties,
      openedBy,
      openedAt: at(ago),
      dueAt: epoch + due * DAY,
      signOffs,
      state: isOver ? 'closed' : 'open',
      closedAt: isOver && last ? at(last.ago) : null,
    },
    events: [
      { kind: 'open', by: openedBy, at: at(ago), detail: {} },
      ...signs.map(({ party, by, ago: days, note }) => ({
        kind: 'sign' as const,
        by,
        at: at(days),
        detail: { party, note },
      })),
    ],
  }
}
