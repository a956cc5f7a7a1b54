import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { OutputOf } from '../../src/contracts/operations'
import { plateCode } from '../../src/server/seeds/estate'
import { type App, startApp } from '../support/app'
import { ask } from '../support/asking'
import { openBrowser } from '../support/browser'
import { type Bounds, offendersOf, settled } from '../support/measuring'
import { until } from '../support/until'
import { photo, Visitor } from '../support/visitor'

jest.setTimeout(900_000)

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp('0', ACCOUNT)
  browser = await openBrowser()
  await prepare()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** An account with a WeChat that cannot be reached: photos of people it does not know wait for a person's look. */
const ACCOUNT = { WECHAT_APP_ID: 'wx', WECHAT_APP_SECRET: 'secret', WECHAT_BASE_URL: 'http://127.0.0.1:1' }

type SignedIn = OutputOf<'people.signInAs'>
type Who = 'guest' | 'resident.li' | 'community.staff' | 'head.two' | 'street.admin'
const entered: Partial<Record<Who, SignedIn>> = {}
const matters = { shared: '', mine: '', toRate: '', atWork: '', pictured: '', card: '' }

/** Matters of the demo data: one everybody may read, one of my own, one that waits for my answer, one a grid worker can act on. */
async function prepare(): Promise<void> {
  for (const who of ['resident.li', 'community.staff', 'head.two', 'street.admin'] as const)
    entered[who] = await ask(app.address, 'people.signInAs', { persona: who })
  const shared = await ask(app.address, 'concerns.list', {})
  const { items } = await ask(app.address, 'concerns.mine', {}, entered['resident.li']?.token)
  const queue = await ask(app.address, 'concerns.queue', { tab: 'all' }, entered['community.staff']?.token)
  matters.shared = shared.items[0]?.id ?? ''
  matters.mine = items.find((row) => row.mine && !row.waitsForMe)?.id ?? ''
  matters.toRate = items.find((row) => row.waitsForMe)?.id ?? ''
  matters.atWork = queue.items.find((row) => row.state === 'in_progress')?.id ?? ''
  const scores = await ask(app.address, 'scores.mine', {}, entered['head.two']?.token)
  matters.card = scores.items[0]?.id ?? ''
  matters.pictured = await pictured()
  expect(Object.values(matters)).not.toContain('')
}

/** A matter of the community's with a photo that waits for a look. */
async function pictured(): Promise<string> {
  const [resident, staff] = [entered['resident.li']?.token, entered['community.staff']?.token]
  const photoId = randomUUID()
  const body = new FormData()
  body.append('id', photoId)
  body.append('file', new Blob([new Uint8Array(await photo('#1b2430'))]), 'photo.jpg')
  const headers = { authorization: `Bearer ${resident}` }
  await fetch(`${app.address}/photos`, { method: 'POST', headers, body })
  const place = { buildingId: 'JX-023', point: null, words: '' }
  const report = { title: '23栋后巷一直没有路灯', detail: '', place, photoIds: [photoId], anonymous: false }
  const { id } = await ask(app.address, 'concerns.submit', { category: 'LIGHT_MISSING', ...report }, resident)
  const waiting = () => ask(app.address, 'content.queue', {}, staff)
  expect((await until(waiting, (queue) => queue.waiting > 0)).waiting).toBe(1)
  return id
}

interface Place {
  name: string
  who: Who
  path: () => string
  /** What is tapped before looking. */
  taps?: (string | RegExp)[]
}

const concern = (id: string) => `/packages/concern/detail/index?id=${id}`

const PLACES: Place[] = [
  { name: '一栋楼（访客）', who: 'guest', path: () => '/packages/buildings/house/index?id=JX-023' },
  { name: '一栋楼（住户）', who: 'resident.li', path: () => '/packages/buildings/house/index?id=JX-023' },
  { name: '楼栋卡', who: 'community.staff', path: () => '/packages/buildings/card/index?id=JX-023' },
  { name: '楼栋登记', who: 'community.staff', path: () => '/packages/buildings/register/index' },
  { name: '隐患', who: 'community.staff', path: () => '/packages/buildings/hazards/index' },
  { name: '一处隐患', who: 'community.staff', path: () => '/packages/buildings/hazard/index?id=hz.jx-113' },
  { name: '巡查', who: 'community.staff', path: () => '/packages/buildings/inspect/index?id=JX-023' },
  { name: '摸排登记', who: 'community.staff', path: () => '/packages/buildings/census/index' },
  { name: '导入导出', who: 'community.staff', path: () => '/packages/buildings/importing/index' },
  {
    name: '导出住户名单',
    who: 'community.staff',
    path: () => '/packages/buildings/importing/index',
    taps: [/^住户名单/],
  },
  { name: '登录', who: 'guest', path: () => '/packages/entry/sign-in/index?why=report' },
  { name: '首页（访客）', who: 'guest', path: () => '/pages/home/index' },
  { name: '民情（访客）', who: 'guest', path: () => concern(matters.shared) },
  { name: '首页', who: 'resident.li', path: () => '/pages/home/index' },
  { name: '大家的事', who: 'resident.li', path: () => '/pages/concerns/index' },
  { name: '看哪一类', who: 'resident.li', path: () => '/pages/concerns/index', taps: ['全部种类'] },
  { name: '反映，第一步', who: 'resident.li', path: () => '/pages/report/index' },
  { name: '反映，第三步', who: 'resident.li', path: () => '/pages/report/index?category=LIGHT_MISSING' },
  { name: '民情', who: 'resident.li', path: () => concern(matters.mine) },
  { name: '打分', who: 'resident.li', path: () => concern(matters.toRate), taps: ['办好了', '交上去'] },
  { name: '我反映的', who: 'resident.li', path: () => '/packages/concern/mine/index' },
  { name: '平面图', who: 'resident.li', path: () => '/packages/concern/plan/index' },
  { name: '消息', who: 'resident.li', path: () => '/pages/inbox/index' },
  { name: '我的', who: 'resident.li', path: () => '/pages/me/index' },
  { name: '留电话', who: 'resident.li', path: () => '/pages/me/index', taps: [/^手机号/] },
  { name: '字和颜色', who: 'resident.li', path: () => '/packages/entry/look/index' },
  {
    name: '扫码到楼栋',
    who: 'guest',
    path: () => `/packages/entry/arrive/index?scene=b%3D${plateCode('JX-023')}`,
  },
  { name: '认不得的码', who: 'guest', path: () => '/packages/entry/arrive/index?scene=nonsense' },
  { name: '楼栋码', who: 'community.staff', path: () => '/packages/staff/queue/index', taps: ['楼栋码'] },
  { name: '名字和头像', who: 'resident.li', path: () => '/packages/entry/face/index' },
  { name: '隐私说明', who: 'guest', path: () => '/packages/privacy/notice/index' },
  { name: '我的信息', who: 'resident.li', path: () => '/packages/privacy/hub/index' },
  { name: '我同意过什么', who: 'resident.li', path: () => '/packages/privacy/consents/index' },
  { name: '谁看过我的信息', who: 'resident.li', path: () => '/packages/privacy/looks/index' },
  { name: '替孩子办', who: 'resident.li', path: () => '/packages/privacy/children/index' },
  {
    name: '登记孩子',
    who: 'resident.li',
    path: () => '/packages/privacy/children/index',
    taps: ['登记一个孩子'],
  },
  {
    name: '带走一份',
    who: 'resident.li',
    path: () => '/packages/privacy/take-away/index',
    taps: ['整理一份'],
  },
  {
    name: '哪里不对，请人改',
    who: 'resident.li',
    path: () => '/packages/privacy/corrections/index',
    taps: ['请人改'],
  },
  { name: '注销帐号', who: 'resident.li', path: () => '/packages/privacy/closing/index', taps: ['注销帐号'] },
  { name: '注销帐号（楼栋长）', who: 'head.two', path: () => '/packages/privacy/closing/index' },
  { name: '更正请求', who: 'community.staff', path: () => '/packages/staff/corrections/index' },
  { name: '六个起来', who: 'street.admin', path: () => '/packages/dashboard/figures/index' },
  {
    name: '六个起来怎么数的',
    who: 'guest',
    path: () => '/packages/dashboard/figures/index?grid=441302010.001.005',
    taps: [/^队伍强起来/],
  },
  { name: '常设服务', who: 'resident.li', path: () => '/packages/lists/offers/index' },
  { name: '一项服务', who: 'community.staff', path: () => '/packages/lists/offer/index?id=offer.haircut' },
  {
    name: '替邻居约',
    who: 'resident.li',
    path: () => '/packages/lists/offer/index?id=offer.health',
    taps: [/^替邻居约，/],
  },
  { name: '我约的', who: 'resident.li', path: () => '/packages/lists/bookings/index' },
  { name: '这天谁来', who: 'community.staff', path: () => '/packages/lists/day/index?id=offer.haircut' },
  {
    name: '写一项服务',
    who: 'community.staff',
    path: () => '/packages/lists/write-offer/index?grid=441302010.001.005',
    taps: ['发布'],
  },
  {
    name: '改一项服务',
    who: 'community.staff',
    path: () => '/packages/lists/write-offer/index?grid=441302010.001.005&offer=offer.haircut',
  },
  { name: '小目标', who: 'guest', path: () => '/packages/lists/goals/index' },
  {
    name: '定小目标',
    who: 'community.staff',
    path: () => '/packages/lists/goals/index?grid=441302010.001.005',
    taps: [/^定\d+年/],
  },
  {
    name: '办成了',
    who: 'community.staff',
    path: () => '/packages/lists/goal/index?id=goal.0',
    taps: ['办成了'],
  },
  { name: '五清单', who: 'guest', path: () => '/packages/lists/five/index?grid=441302010.001.005' },
  {
    name: '每周例会',
    who: 'community.staff',
    path: () => '/packages/lists/weekly/index?grid=441302010.001.005',
  },
  { name: '操作记录', who: 'street.admin', path: () => '/packages/street/audit/index' },
  { name: '我住的楼', who: 'resident.li', path: () => '/packages/entry/building/index' },
  { name: '住处', who: 'resident.li', path: () => '/packages/entry/residence/index' },
  { name: '搬走了', who: 'resident.li', path: () => '/packages/entry/residence/index', taps: ['我搬走了'] },
  {
    name: '年龄',
    who: 'head.two',
    path: () => '/packages/entry/residence/index',
    taps: ['写一下哪年哪月生的'],
  },
  { name: '实名程度', who: 'resident.li', path: () => '/pages/me/index', taps: [/^实名程度/] },
  {
    name: '帮别人报',
    who: 'resident.li',
    path: () => '/pages/report/index?category=LIGHT_MISSING',
    taps: [/^帮别人报/],
  },
  {
    name: '搬到这里',
    who: 'resident.li',
    path: () => '/packages/buildings/house/index?id=JX-031',
    taps: ['我搬到这里了'],
  },
  { name: '认住户', who: 'head.two', path: () => '/packages/staff/residents/index' },
  { name: '不认', who: 'head.two', path: () => '/packages/staff/residents/index', taps: [/^不是/] },
  {
    name: '反映，没说在哪儿',
    who: 'community.staff',
    path: () => '/pages/report/index?category=LIGHT_MISSING',
    taps: ['交给网格员'],
  },
  { name: '网格公示牌', who: 'guest', path: () => '/packages/street/board/index?grid=441302010.001.005' },
  { name: '三方联动', who: 'community.staff', path: () => '/packages/street/joint/index' },
  {
    name: '发起联动',
    who: 'community.staff',
    path: () => '/packages/street/joint/index',
    taps: ['发起一件'],
  },
  {
    name: '联动的事',
    who: 'guest',
    path: () => '/packages/street/joint-matter/index?id=jm.jinxing-charging',
  },
  {
    name: '党群服务',
    who: 'community.staff',
    path: () => '/packages/street/services/index?grid=441302010.001.005',
  },
  { name: '部门名录', who: 'guest', path: () => '/packages/street/departments/index' },
  {
    name: '网格边界',
    who: 'guest',
    path: () => '/packages/street/boundary/index?grid=441302010.001.005',
  },
  {
    name: '划边界',
    who: 'street.admin',
    path: () => '/packages/street/boundary/index?grid=441302010.001.005.01',
    taps: ['划边界', '按楼栋围一圈'],
  },
  { name: '网格变动', who: 'street.admin', path: () => '/packages/street/history/index' },
  { name: '调整网格', who: 'street.admin', path: () => '/packages/street/history/index', taps: ['调整网格'] },
  { name: '谁担任什么', who: 'community.staff', path: () => '/packages/street/offices/index' },
  { name: '任命', who: 'community.staff', path: () => '/packages/street/offices/index', taps: ['任命'] },
  { name: '通知楼栋长', who: 'community.staff', path: () => '/packages/staff/notices/index' },
  { name: '楼栋长', who: 'community.staff', path: () => '/packages/staff/heads/index' },
  {
    name: '楼栋长任职',
    who: 'community.staff',
    path: () => '/packages/staff/appointment/index?id=a.next-077',
  },
  {
    name: '不同意提名',
    who: 'community.staff',
    path: () => '/packages/staff/appointment/index?id=a.next-077',
    taps: ['不同意'],
  },
  { name: '议事会', who: 'head.two', path: () => '/packages/council/list/index' },
  {
    name: '议题（商量中）',
    who: 'resident.li',
    path: () => '/packages/council/motion/index?id=motion.lamps',
  },
  {
    name: '我说一句',
    who: 'resident.li',
    path: () => '/packages/council/motion/index?id=motion.lamps',
    taps: ['我说一句'],
  },
  { name: '议题（公示中）', who: 'head.two', path: () => '/packages/council/motion/index?id=motion.elders' },
  { name: '提议题', who: 'resident.li', path: () => '/packages/council/propose/index' },
  { name: '法定规则', who: 'street.admin', path: () => '/packages/street/statutes/index' },
  { name: '业主、户、居民的会', who: 'community.staff', path: () => '/packages/street/bodies/index' },
  {
    name: '名册',
    who: 'community.staff',
    path: () => '/packages/street/body/index?id=council.households.jinxing-20',
  },
  { name: '推选', who: 'head.two', path: () => '/packages/elections/election/index?id=motion.lookers' },
  { name: '推选（有结果）', who: 'guest', path: () => '/packages/elections/election/index?id=motion.chair' },
  { name: '发起推选', who: 'resident.li', path: () => '/packages/elections/propose/index' },
  { name: '投票', who: 'head.two', path: () => '/packages/council/ballot/index?id=motion.parking' },
  {
    name: '会议',
    who: 'head.two',
    path: () => '/packages/council/meetings/index?council=council.jinxing-20',
  },
  { name: '会场', who: 'head.two', path: () => '/packages/council/meeting/index?id=meeting.lamps' },
  { name: '要开的会', who: 'guest', path: () => '/packages/council/meeting/index?id=meeting.coming' },
  { name: '会议记录', who: 'guest', path: () => '/packages/council/minutes/index?id=meeting.rounds' },
  {
    name: '帮人签到',
    who: 'community.staff',
    path: () => '/packages/council/attendance/index?id=meeting.lamps',
  },
  {
    name: '定一次会',
    who: 'head.two',
    path: () => '/packages/council/meeting-plan/index?council=council.jinxing-20',
  },
  {
    name: '议题（投票中）',
    who: 'community.staff',
    path: () => '/packages/council/motion/index?id=motion.parking',
  },
  { name: '录票', who: 'community.staff', path: () => '/packages/council/slips/index?motion=motion.parking' },
  { name: '落实', who: 'head.two', path: () => '/packages/council/project/index?id=project.plates' },
  {
    name: '记一笔',
    who: 'community.staff',
    path: () => '/packages/council/project/index?id=project.plates',
    taps: ['记一笔'],
  },
  { name: '验票', who: 'guest', path: () => '/packages/council/check/index?poll=poll.elders' },
  { name: '结对帮扶', who: 'resident.li', path: () => '/packages/care/list/index' },
  { name: '管结对的人', who: 'community.staff', path: () => '/packages/care/list/index' },
  { name: '一个结对', who: 'community.staff', path: () => '/packages/care/pairing/index?id=pair.luo' },
  {
    name: '看走访记录',
    who: 'community.staff',
    path: () => '/packages/care/pairing/index?id=pair.luo',
    taps: ['看走访记录'],
  },
  {
    name: '记一次走访',
    who: 'head.two',
    path: () => '/packages/care/pairing/index?id=pair.head',
    taps: ['记一次走访'],
  },
  { name: '提一个结对', who: 'community.staff', path: () => '/packages/care/propose/index' },
  { name: '解困清单', who: 'community.staff', path: () => '/packages/care/hardships/index' },
  {
    name: '一份解困',
    who: 'community.staff',
    path: () => '/packages/care/hardship/index?id=hard.helping',
    taps: ['看进展', '看这一份'],
  },
  {
    name: '复核',
    who: 'community.staff',
    path: () => '/packages/care/hardship/index?id=hard.helping',
    taps: ['看进展', '看这一份', '复核'],
  },
  { name: '我的解困', who: 'resident.li', path: () => '/packages/care/mine/index' },
  { name: '报困难', who: 'resident.li', path: () => '/packages/care/mine/index', taps: ['报困难'] },
  { name: '志愿服务', who: 'resident.li', path: () => '/packages/volunteers/list/index' },
  { name: '志愿任务', who: 'resident.li', path: () => '/packages/volunteers/task/index?id=task.room' },
  {
    name: '帮别人报名',
    who: 'resident.li',
    path: () => '/packages/volunteers/task/index?id=task.room',
    taps: ['帮别人报名'],
  },
  {
    name: '写志愿任务',
    who: 'community.staff',
    path: () => '/packages/volunteers/write/index?grid=441302010.001.005',
  },
  {
    name: '签到和名单',
    who: 'community.staff',
    path: () => '/packages/volunteers/lead/index?id=task.yesterday',
  },
  { name: '服务时长', who: 'resident.li', path: () => '/packages/volunteers/hours/index' },
  { name: '异议和证明', who: 'community.staff', path: () => '/packages/volunteers/answer/index' },
  { name: '验志愿证明', who: 'guest', path: () => '/packages/volunteers/verify/index' },
  { name: '我的楼栋', who: 'head.two', path: () => '/packages/staff/houses/index' },
  { name: '我的（楼栋长）', who: 'head.two', path: () => '/pages/me/index' },
  { name: '考评（访客）', who: 'guest', path: () => '/packages/evaluation/mine/index' },
  { name: '考评', who: 'head.two', path: () => '/packages/evaluation/mine/index' },
  { name: '考评卡', who: 'head.two', path: () => `/packages/evaluation/card/index?id=${matters.card}` },
  {
    name: '考评卡的依据',
    who: 'head.two',
    path: () => `/packages/evaluation/card/index?id=${matters.card}`,
    taps: [/^每周巡查，依据/],
  },
  {
    name: '公布的楼栋长考评',
    who: 'guest',
    path: () => '/packages/evaluation/list/index?kind=head&grid=441302010.001.005',
  },
  { name: '公布的网格考评', who: 'resident.li', path: () => '/packages/evaluation/list/index?kind=grid' },
  { name: '办考评', who: 'community.staff', path: () => '/packages/evaluation/board/index?kind=head' },
  {
    name: '提加减分',
    who: 'community.staff',
    path: () => '/packages/evaluation/board/index?kind=head',
    taps: ['提加减分'],
  },
  { name: '考核奖励', who: 'resident.li', path: () => '/packages/evaluation/rewards/index' },
  { name: '评议楼栋长', who: 'resident.li', path: () => '/packages/evaluation/survey/index' },
  { name: '工作台', who: 'community.staff', path: () => '/packages/staff/queue/index' },
  { name: '看照片', who: 'community.staff', path: () => '/packages/staff/photos/index' },
  {
    name: '不显示',
    who: 'community.staff',
    path: () => '/packages/staff/photos/index',
    taps: [/^不显示/, '不显示'],
  },
  { name: '图片核对中', who: 'guest', path: () => concern(matters.pictured) },
  { name: '我的照片等着看', who: 'resident.li', path: () => concern(matters.pictured) },
  { name: '更多办法', who: 'community.staff', path: () => concern(matters.atWork), taps: ['更多办法'] },
  { name: '办结', who: 'community.staff', path: () => concern(matters.atWork), taps: ['办结'] },
]

interface Look {
  name: string
  look: { mode: 'normal' | 'elder'; step: number; theme: 'light' | 'system' }
  bounds: Bounds
}

const ADULT: Bounds = { tap: 44, text: 13 }
const ELDER: Bounds = { tap: 60, text: 18 }
const LOOKS: Look[] = [
  { name: '白天和夜里', look: { mode: 'normal', step: 0, theme: 'system' }, bounds: ADULT },
  { name: '长辈版', look: { mode: 'elder', step: 0, theme: 'light' }, bounds: ELDER },
  { name: '长辈版最大', look: { mode: 'elder', step: 2, theme: 'light' }, bounds: ELDER },
]

/** The phone as its owner left it: who is signed in, and how it is read. */
async function become(visitor: Visitor, who: Who, look: Look['look']): Promise<void> {
  await visitor.page.evaluate(
    (kept) => {
      localStorage.clear()
      for (const [name, data] of Object.entries(kept)) localStorage.setItem(name, JSON.stringify({ data }))
    },
    { look, ...entered[who] },
  )
}

/** Night falls, or day breaks, while the page is open. */
async function turn({ page }: Visitor, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.waitForFunction((wanted) => {
    const screen = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility()).pop()
    return screen?.querySelector('[data-theme]')?.getAttribute('data-theme') === wanted
  }, scheme)
  await settled(page)
}

test.each(LOOKS)('every page can be read, heard and hit: $name', async ({ look, bounds }) => {
  const visitor = await Visitor.open(browser, app.address)
  const offenders: string[] = []
  await visitor.visit('/pages/home/index')
  for (const { name, who, path, taps = [] } of PLACES) {
    await become(visitor, who, look)
    await visitor.visit(path())
    await settled(visitor.page)
    for (const tapped of taps) {
      await visitor.tap(tapped)
      await settled(visitor.page)
    }
    for (const scheme of look.theme === 'system' ? (['light', 'dark'] as const) : (['light'] as const)) {
      await turn(visitor, scheme)
      const found = await offendersOf(visitor.page, bounds)
      offenders.push(...found.map((offender) => `${name} (${scheme}): ${offender}`))
    }
  }
  await visitor.context.close()
  expect([...offenders, ...visitor.complaints]).toEqual([])
})
