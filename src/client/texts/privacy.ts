import type { DataKind, Kept, Onlooker } from '#core/people/personal-data'

/** One private thing of a phone: what is wanted, what for, and how it goes without. */
interface UseWords {
  title: string
  why: string
  otherwise: string
  /** The switch in WeChat's settings. */
  closed: string
}

const use = (title: string, why: string, otherwise: string, closed: string): UseWords => ({
  title,
  why,
  otherwise,
  closed,
})

export const gate = {
  uses: {
    photos: use(
      '要看您选的照片',
      '只拿您自己挑的那几张，给办事的人看现场。照片里的拍摄地点会先去掉。',
      '没有照片也能交，写几个字就行。',
      '照片没打开',
    ),
    place: use(
      '要知道您选的地点',
      '只拿您在地图上点的那一个点，好找到是哪里。不会跟着您走。',
      '在平面图上点一栋，或者写几个字说在哪儿，也行。',
      '地图没打开',
    ),
    scan: use('要用一下相机', '只用来扫门牌，不拍照。', '写门牌上的号，也找得到。', '相机没打开'),
    phone: use(
      '要您微信里的手机号',
      '办事的人好联系您。只有经办人看得到，每看一次都记下来。',
      '自己写一个号码也行。',
      '手机号没打开',
    ),
    face: use(
      '要您选的头像和名字',
      '邻居看到的就是它。不给也行，就用匿名的名字。',
      '就用匿名的名字，什么都不少。',
      '头像没打开',
    ),
    copy: use(
      '要放到剪贴板里',
      '好粘贴到别处去。只放进去，不看里面原来有什么。',
      '照着念、照着抄也行。',
      '剪贴板没打开',
    ),
    other: use('要用手机里的一样东西', '只为您刚才点的这一步用。', '不用它，别的照样能办。', '这一样没打开'),
  },
  agree: '同意',
  notNow: '先不',
  known: '知道了',
  refusedJustNow: '刚才您没同意，就先不用。',
  settings: '打开设置',
  contract: '微信上的指引',
  notice: '隐私说明',
} as const

interface DataWords {
  what: string
  why: string
}

const data = (what: string, why: string): DataWords => ({ what, why })

export const notice = {
  title: '隐私说明',
  lead: '能不要的就不要。要了什么、为什么要、放多久、谁看得到，都写在这里。',
  dataTitle: '要了什么',
  data: {
    wechat: data('微信里认您的号', '下次来还认得是您。不是微信号，也不是手机号。'),
    session: data('登录的凭证', '不用每次都登录。'),
    phone: data('手机号', '办事的人好联系您。'),
    name: data('邻居看到的名字', '不用真名。没改过就是匿名的。'),
    avatar: data('头像', '您自己挑的才有，不挑就没有。'),
    home: data('住哪一栋', '反映时不用再选，也知道归哪个网格。'),
    matter: data('您反映的事', '有人来办，办得怎样有据可查。'),
    council: data('议事会上提的、说的', '商量公开进行，谁说了什么有据可查。'),
    ballot: data(
      '您替楼栋投的票',
      '截止前锁着，谁也看不到。记名的截止后公布楼栋怎么投，不公布您的名字；不记名的只公布总数。',
    ),
    photos: data('您传的照片', '让人看清现场。拍摄的地点和时间传上来就去掉。'),
    place: data('事情在哪儿', '只是您选的那一处，不知道您走到哪里。'),
    joined: data('点过的“我也遇到”', '一个人只算一次，办完了告诉您。'),
    messages: data('发给您的消息', '事情走到哪一步，好告诉您。您同意过的那几条，由微信送到。'),
    looks: data('谁看过您的电话', '看一次记一次，写明为什么看。'),
    score: data('楼栋长的考评和奖励', '做得怎样有据可查。星级和分数公布，细项只有本人和管考评的人看得到。'),
    appraised: data('这一季评议过没有', '一人只评一次。怎么评的不记名，只存总数。'),
    drafts: data('没交出去的草稿', '断网、关掉都不丢。'),
  } satisfies Record<DataKind, DataWords>,
  keptTitle: '放多久',
  kept: {
    account: '您用着的时候一直留着',
    matter: '跟着这件事一起存档',
    until_removed: '到您去掉为止',
    phone: '只在这台手机上，没有传上来',
  } satisfies Record<Exclude<Kept, { days: number }>, string>,
  days: (count: number) => `${count}天`,
  seenTitle: '谁看得到',
  seen: {
    nobody: '谁也看不到，机器用',
    self: '只有您自己',
    handlers: '经办这件事的人',
    grid: '您住的网格的工作人员',
    readers: '看得到这件事的人；选了匿名就没有您的名字',
    everybody: '邻居都看得到',
  } satisfies Record<Onlooker, string>,
  lockTitle: '怎么放的',
  lock: '手机号、微信里认您的号都上了锁，拿到数据也读不出来。数据放在国内。',
  ask: '想知道、想改、想删，跟网格员说一声就行。',
} as const
