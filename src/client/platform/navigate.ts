import Taro from '@tarojs/taro'

/** Every screen by name: pages never write paths themselves. */
export const screens = {
  home: '/pages/home/index',
  concerns: '/pages/concerns/index',
  report: '/pages/report/index',
  inbox: '/pages/inbox/index',
  me: '/pages/me/index',
  concern: '/packages/concern/detail/index',
  mine: '/packages/concern/mine/index',
  plan: '/packages/concern/plan/index',
  queue: '/packages/staff/queue/index',
  photos: '/packages/staff/photos/index',
  signIn: '/packages/entry/sign-in/index',
  look: '/packages/entry/look/index',
  building: '/packages/entry/building/index',
  house: '/packages/buildings/house/index',
  houseCard: '/packages/buildings/card/index',
  register: '/packages/buildings/register/index',
  hazards: '/packages/buildings/hazards/index',
  hazard: '/packages/buildings/hazard/index',
  inspect: '/packages/buildings/inspect/index',
  census: '/packages/buildings/census/index',
  importing: '/packages/buildings/importing/index',
  board: '/packages/street/board/index',
  offices: '/packages/street/offices/index',
  services: '/packages/street/services/index',
  statutes: '/packages/street/statutes/index',
  bodies: '/packages/street/bodies/index',
  body: '/packages/street/body/index',
  departments: '/packages/street/departments/index',
  history: '/packages/street/history/index',
  boundary: '/packages/street/boundary/index',
  joint: '/packages/street/joint/index',
  jointMatter: '/packages/street/joint-matter/index',
  offers: '/packages/lists/offers/index',
  offer: '/packages/lists/offer/index',
  writeOffer: '/packages/lists/write-offer/index',
  offerDay: '/packages/lists/day/index',
  bookings: '/packages/lists/bookings/index',
  goals: '/packages/lists/goals/index',
  goal: '/packages/lists/goal/index',
  lists: '/packages/lists/five/index',
  weekly: '/packages/lists/weekly/index',
  council: '/packages/council/list/index',
  motion: '/packages/council/motion/index',
  propose: '/packages/council/propose/index',
  ballot: '/packages/council/ballot/index',
  election: '/packages/elections/election/index',
  proposeElection: '/packages/elections/propose/index',
  project: '/packages/council/project/index',
  slips: '/packages/council/slips/index',
  checkVote: '/packages/council/check/index',
  volunteers: '/packages/volunteers/list/index',
  task: '/packages/volunteers/task/index',
  writeTask: '/packages/volunteers/write/index',
  leadTask: '/packages/volunteers/lead/index',
  hours: '/packages/volunteers/hours/index',
  verifyCertificate: '/packages/volunteers/verify/index',
  serviceAnswers: '/packages/volunteers/answer/index',
  meetings: '/packages/council/meetings/index',
  meetingPlan: '/packages/council/meeting-plan/index',
  meeting: '/packages/council/meeting/index',
  attendance: '/packages/council/attendance/index',
  minutes: '/packages/council/minutes/index',
  houses: '/packages/staff/houses/index',
  residents: '/packages/staff/residents/index',
  residence: '/packages/entry/residence/index',
  appointment: '/packages/staff/appointment/index',
  heads: '/packages/staff/heads/index',
  notices: '/packages/staff/notices/index',
  scores: '/packages/evaluation/mine/index',
  scoreCard: '/packages/evaluation/card/index',
  scoreList: '/packages/evaluation/list/index',
  scoreBoard: '/packages/evaluation/board/index',
  pairings: '/packages/care/list/index',
  pairing: '/packages/care/pairing/index',
  proposePairing: '/packages/care/propose/index',
  hardships: '/packages/care/hardships/index',
  hardship: '/packages/care/hardship/index',
  myHardship: '/packages/care/mine/index',
  dashboard: '/packages/dashboard/figures/index',
  rewards: '/packages/evaluation/rewards/index',
  survey: '/packages/evaluation/survey/index',
  arrive: '/packages/entry/arrive/index',
  face: '/packages/entry/face/index',
  privacy: '/packages/privacy/notice/index',
  rights: '/packages/privacy/hub/index',
  consents: '/packages/privacy/consents/index',
  looks: '/packages/privacy/looks/index',
  children: '/packages/privacy/children/index',
  takeAway: '/packages/privacy/take-away/index',
  corrections: '/packages/privacy/corrections/index',
  closing: '/packages/privacy/closing/index',
  answering: '/packages/staff/corrections/index',
  audit: '/packages/street/audit/index',
} as const
export type Screen = keyof typeof screens

const TABS: Screen[] = ['home', 'concerns', 'inbox', 'me']

const address = (screen: Screen, params: Record<string, string | undefined>) => {
  const query = Object.entries(params)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${screens[screen]}?${query}` : screens[screen]
}

/** Opens a screen; a tab keeps its state, any other screen is put on top. */
export function go(screen: Screen, params: Record<string, string | undefined> = {}): void {
  if (TABS.includes(screen)) Taro.switchTab({ url: screens[screen] })
  else Taro.navigateTo({ url: address(screen, params) })
}

/** Takes the place of the present screen, so that back does not return to it. */
export function replace(screen: Screen, params: Record<string, string | undefined> = {}): void {
  if (TABS.includes(screen)) Taro.switchTab({ url: screens[screen] })
  else Taro.redirectTo({ url: address(screen, params) })
}

/** One screen back; from a shared link or a reload, home, so that back never leaves the app. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: screens.home })
}
