import type { DataKind } from '#core/people/personal-data'
import type { Basis, Erasure, Kept, KeptWhy, Onlooker, Shown } from '#core/people/personal-data-row'

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
    where: use(
      '要知道手机在哪儿',
      '只在您点的这一下，算离集合点多远。不记在哪儿，不会跟着您走。',
      '不说也行，照样签到。',
      '位置没打开',
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
    posted_phone: data('公示牌上的手机号', '您担任职务，又愿意让邻居打给您的时候。'),
    name: data('邻居看到的名字', '不用真名。没改过就是匿名的。'),
    age: data('出生年份', '登记过的才有，只用来看够不够年龄担任职务。'),
    birth: data('哪年哪月生的', '投票、当志愿者要看年龄时才问，只留年和月。'),
    household: data('和谁同住、哪一间', '一户选一位代表。只有同住的人看得到。'),
    guardian: data('谁是谁的监护人', '14到17岁的，要家长同意才能当志愿者。'),
    child: data('您登记的孩子', '14岁以下的由您替他办。只留名字和哪年哪月生的，同意了哪几样，各是哪一天。'),
    avatar: data('头像', '您自己挑的才有，不挑就没有。'),
    home: data('住哪一栋、以前住过哪', '反映时不用再选，也知道归哪个网格；投票的名册按它来。'),
    matter: data('您反映的事', '有人来办，办得怎样有据可查。'),
    bookings: data(
      '约过的服务：哪一项、什么时候、去没去',
      '给您留位置，前一天提醒您。替邻居约的，名字两天后就删。',
    ),
    volunteering: data(
      '志愿服务的报名、时长和证明',
      '国家规定志愿服务要如实记录，开证明要用。签到时您愿意说到没到附近的，只留离集合点多远。',
    ),
    pairing: data('结对：帮什么、哪天来过、看到什么', '有人定期来看看您。写的话只有服务的人看得到。'),
    hardship: data('解困：难在哪里、怎么帮', '有人一条一条帮您办。只有责任人、社区民政和支部书记看得到。'),
    council: data('议事会上提的、说的', '商量公开进行，谁说了什么有据可查。'),
    ballot: data(
      '您替楼栋投的票',
      '截止前锁着，谁也看不到。记名的截止后公布楼栋怎么投，不公布您的名字；不记名的只公布总数。',
    ),
    photos: data('您传的照片', '让人看清现场。拍摄的地点和时间传上来就去掉。'),
    loose_photos: data('传上来没用的照片', '写到一半的时候传的，接着写还用得上。'),
    place: data('事情在哪儿', '只是您选的那一处，不知道您走到哪里。办完满期限，只留大概的位置。'),
    helped: data('替谁报的：姓名、电话', '帮不方便的人报事，办的人好联系他本人。他同意了才写。'),
    joined: data('点过的“我也遇到”', '一个人只算一次，办完了告诉您。'),
    messages: data('发给您的消息', '事情走到哪一步，好告诉您。您同意过的那几条，由微信送到。'),
    outbox: data('要由微信送的提醒', '您点了同意的那几条，送出去才不会漏、不会重。'),
    office: data('您担任过的职务', '谁管什么、从哪天到哪天，大家都要知道。'),
    dangers: data('您说过的隐患', '房子哪里有危险，要有人去看、去修。'),
    office_words: data('任职时写的话', '提名的理由、听取意见时说的、辞任的理由、交接清单：定的人看得到。'),
    handled: data('您经手写过、核过、签过的', '楼栋、隐患、民情的记录里，是谁经手的。'),
    objections: data(
      '公示时提的意见、请求免去楼栋长',
      '答复您，也说明怎么定下来的。一户请求算一次，谁提的不公开。',
    ),
    deeds: data('您办过的手续', '谁在什么时候办了什么，有据可查。不记您打的字。'),
    looks: data('谁看过您的信息', '看一次记一次，写明为什么看。'),
    consents: data('您同意过什么', '同意、不同意，各是哪一天，说得清。'),
    corrections: data('您请求更正的', '好有人去改，改没改都要答复您。'),
    closing: data('注销的经过', '哪天提的，哪天清的，有个凭据。'),
    house_contact: data('楼栋卡上的房东、管理人', '出了事要找得到人。是谁填的谁负责，不和帐号连在一起。'),
    repeats: data('点过的每一步的回执', '网不好点了两次，只算一次。'),
    calls: data('一分钟里点了几下', '防机器乱点。记的是算出来的码，认不出人。'),
    score: data('楼栋长的考评和奖励', '做得怎样有据可查。星级和分数公布，细项只有本人和管考评的人看得到。'),
    appraised: data('这一季评议过没有', '一人只评一次。怎么评的不记名，只存总数。'),
    drafts: data('没交出去的草稿', '断网、关掉都不丢。'),
  } satisfies Record<DataKind, DataWords>,
  keptTitle: '放多久',
  kept: {
    account: '您用着的时候一直留着',
    matter: '跟着这件事一起存档',
    office: '公开的任职经过，一直留着',
    record: '按规定要留的记录',
    until_removed: '到您去掉为止',
    phone: '只在这台手机上，没有传上来',
  } satisfies Record<Exclude<Kept, { days: number }>, string>,
  days: (count: number) => (count % 365 === 0 ? `${count / 365}年` : `${count}天`),
  basisTitle: '凭什么',
  basis: {
    consent: '您同意的，随时能收回',
    service: '您要用的这项服务离不开它',
    duty: '法律和街道的职责要求记',
  } satisfies Record<Basis, string>,
  shownTitle: '怎么看到',
  shown: {
    whole: '原样',
    masked: '只露头尾，要看全的得写明理由',
    hidden: '不给别人看',
  } satisfies Record<Shown, string>,
  goneTitle: '注销以后',
  gone: { erase: '清掉', sever: '事还在，不再连着您', keep: '原样存着，不再连着您的名字' } satisfies Record<
    Erasure['how'],
    string
  >,
  why: {
    public_matter: '公开的事要留给大家看；只有您和经办人看得到的那些，连字带照片一起清掉',
    counted: '只剩个数',
    public_office: '担任公职的经过是公开的',
    law: '法律要求存满年限，只存不用',
    house: '它是楼栋的登记，不是帐号的',
    phone: '没有传上来，在手机上删',
  } satisfies Record<KeptWhy, string>,
  seenTitle: '谁看得到',
  seen: {
    nobody: '谁也看不到，机器用',
    self: '只有您自己',
    handlers: '经办这件事的人',
    grid: '您住的网格的工作人员',
    readers: '看得到这件事的人；选了匿名就没有您的名字',
    everybody: '邻居都看得到',
    auditors: '街道干部和监督员，查的时候自己也被记下',
  } satisfies Record<Onlooker, string>,
  lockTitle: '怎么放的',
  lock: '手机号、微信里认您的号都上了锁，拿到数据也读不出来。数据放在国内。',
  ask: '想知道、想改、想带走、想删，在“我的信息”里自己就能办。',
} as const
