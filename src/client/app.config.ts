export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/concerns/index',
    'pages/report/index',
    'pages/inbox/index',
    'pages/me/index',
  ],
  subPackages: [
    { root: 'packages/concern', name: 'concern', pages: ['detail/index', 'mine/index', 'plan/index'] },
    {
      root: 'packages/staff',
      name: 'staff',
      pages: [
        'queue/index',
        'photos/index',
        'houses/index',
        'appointment/index',
        'heads/index',
        'notices/index',
      ],
    },
    {
      root: 'packages/buildings',
      name: 'buildings',
      pages: [
        'house/index',
        'card/index',
        'register/index',
        'hazards/index',
        'hazard/index',
        'inspect/index',
        'census/index',
        'importing/index',
      ],
    },
    {
      root: 'packages/council',
      name: 'council',
      pages: ['list/index', 'motion/index', 'propose/index', 'ballot/index', 'check/index'],
    },
    { root: 'packages/street', name: 'street', pages: ['board/index', 'offices/index'] },
    {
      root: 'packages/evaluation',
      name: 'evaluation',
      pages: ['mine/index', 'card/index', 'list/index', 'board/index', 'rewards/index', 'survey/index'],
    },
    { root: 'packages/privacy', name: 'privacy', pages: ['notice/index'] },
    {
      root: 'packages/entry',
      name: 'entry',
      pages: ['sign-in/index', 'look/index', 'building/index', 'face/index', 'arrive/index'],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['concern', 'entry'] } },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '楼栋议事',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F6F4EF',
    backgroundColor: '#F6F4EF',
    backgroundTextStyle: 'dark',
  },
  // The bar itself is drawn by components/tab-bar: it has a round button, elder sizes and a dark theme.
  tabBar: {
    custom: true,
    color: '#676257',
    selectedColor: '#0E6155',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/concerns/index', text: '大家的事' },
      { pagePath: 'pages/inbox/index', text: '消息' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  darkmode: true,
  animation: false,
  // WeChat asks us before it hands over anything private (platform/privacy), and lets us choose a place on its map.
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
})
