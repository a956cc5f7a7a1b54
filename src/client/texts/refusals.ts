import type { Failure } from '../platform/transport'

export interface RefusalWords {
  /** What is the matter, at most twelve characters. */
  title: string
  /** What to do next, and who can help. */
  help: string
  button: string
}

const words = (title: string, help: string, button: string): RefusalWords => ({ title, help, button })

/** One sentence, one next step; the code itself is never shown to a resident. */
export const refusals: Record<Failure['code'], RefusalWords> = {
  NOT_AUTHENTICATED: words('先登录一下', '点一下就好，不用密码。', '登录'),
  FORBIDDEN: words('这件事不归您办', '要办的话，请现在管的人来点。', '知道了'),
  NOT_FOUND: words('这一条不在了', '可能合并到别的里面了。', '回首页'),
  VALIDATION: words('还差一样', '看看标红的那一栏。', '去改'),
  VERSION_CONFLICT: words('刚才有人也改了', '先看看新的，再改您的。', '看新的'),
  DUPLICATE_COMMAND: words('已经收到了', '不用再交一遍。', '去看看'),
  CONTENT_RISKY: words('有的话不能发', '换个说法，事照样办。', '改一改'),
  PHONE_REQUIRED: words('留个电话，好联系您', '只有经办人看得到。', '留电话'),
  PHONE_CODE_STALE: words('微信给的凭证过期了', '再点一次就好，或者自己写号码。', '再点一次'),
  PHONE_ABROAD: words('只能留内地的手机号', '自己写一个1开头、11位的号码。', '写号码'),
  NO_PLATE: words('这栋还没有门牌', '装上门牌，就能出码。', '知道了'),
  PLATE_UNFIT: words('这块门牌出不了码', '请街道看看门牌上的编号。', '知道了'),
  CODE_NOT_YET: words('小程序还没发布', '发布以后再来出码。', '知道了'),
  POSTED_NAME: words('您的名字是公示的', '要改的话，请社区重新公示。', '知道了'),
  NAME_OF_OFFICE: words('这个名字不能用', '别用职务的叫法，换一个。', '改一改'),
  NOT_IN_THIS_STATE: words('事情已经往前走了', '这一步现在做不了，先看看新的。', '看新的'),
  ALREADY_CLOSED: words('这件事已经办完了', '还有问题，就再反映一件。', '看结果'),
  SELF_APPROVAL: words('自己办的，要别人来核', '请同网格的另一位来核实。', '知道了'),
  PHOTO_REQUIRED: words('还差一张照片', '办好的样子，拍一张就行。', '去拍'),
  PHOTO_REFUSED: words('这张照片用不了', '换一张手机拍的照片。', '换一张'),
  PHOTO_TOO_LARGE: words('这张照片太大了', '换一张小一点的。', '换一张'),
  EXTENSION_LATE: words('已经过期，不能延了', '写明原因，报上一级。', '知道了'),
  EXTENSION_TOO_LONG: words('延得太长了', '最多再延一个办理期限。', '改短些'),
  EXTENSIONS_USED_UP: words('这一级已经延过了', '办不了的话，报上一级。', '知道了'),
  EXTENSION_PENDING: words('上一次申请还没答复', '等上一级答复了再说。', '知道了'),
  PAUSE_TOO_LONG: words('停得太久了', '选一个近些的日子。', '改日子'),
  TOP_OF_LADDER: words('已经到街道了', '上面没有了，可以请部门到场。', '知道了'),
  BOTTOM_OF_LADDER: words('已经在片区了', '下面没有了，就在这里办。', '知道了'),
  REOPEN_LATE: words('办完太久了', '再反映一件，一样有人办。', '再反映'),
  MERGE_TARGET: words('合不到那一件里', '选一件还没办完的。', '重新选'),
  OWN_CONCERN: words('这是您自己反映的', '不用再点“我也遇到”。', '知道了'),
  NOT_LETTABLE: words('这栋不能出租', '停用或撤离的楼，解除了才能登记出租。', '去改'),
  CENSUS_OPEN: words('上一次摸排还没结束', '先把它结束，再开新的。', '去看看'),
  FILE_REFUSED: words('这份表还不能导入', '按标出来的行和列改好，再选一次。', '再选一次'),
  NOT_ELIGIBLE: words('这个人还不能担任', '看看年龄、住处和电话登记了没有。', '换一位'),
  HEAD_IN_OFFICE: words('这一栋已经有人了', '等他任满或卸任了再定。', '知道了'),
  TOO_MANY_BUILDINGS: words('他已经管着3栋了', '一个人最多管3栋，换一位。', '换一位'),
  TERM_TOO_LONG: words('时间不对', '要在今天以后，也不能太长。', '改短些'),
  PUBLICITY_RUNNING: words('还在公示', '公示满3天才能定。', '知道了'),
  OBJECTIONS_UNANSWERED: words('有邻居提了意见', '先写明怎么答复的。', '去写'),
  OFFICE_HELD: words('他已经担任了', '不用再任命一次。', '知道了'),
  SEAT_TAKEN: words('这个席位有人了', '先免去现在的，再任命新的。', '知道了'),
  DUTIES_APART: words('这两样不能一人兼', '一个要核对另一个，换一位。', '换一位'),
  LAST_STREET_ADMIN: words('街道只剩这一位了', '先任命一位，再免这一位。', '知道了'),
  NOT_IN_ROLL: words('这次的名册里没有这一栋', '开投那天登记的楼栋才有票。', '知道了'),
  NOT_REPRESENTATIVE: words('这一栋现在不由您投', '票归楼栋，请现任楼栋长来投。', '知道了'),
  POLL_NOT_OPEN: words('还没开始投', '开始了会告诉您。', '知道了'),
  POLL_CLOSED: words('票已经截止了', '可以去看结果。', '看结果'),
  POLL_NOT_OVER: words('还没截止', '截止以后才有记录，谁都看不到更早的。', '知道了'),
  CHANGE_NOT_ALLOWED: words('投过的票不能改', '这次的公约定好了，投一次算数。', '知道了'),
  TOO_FEW_UNITS: words('楼栋太少，还不能投', '至少要有3栋才议得起来。', '知道了'),
  QUORUM_IMPOSSIBLE: words('有楼栋长的楼栋不够', '先把空缺的楼栋长补上，再开投。', '知道了'),
  NOT_YET: words('还没到时候', '到时候会提醒您。', '知道了'),
  SPOKEN_ALREADY: words('先听听别人的', '等别人说过再说，一人最多说2次。', '知道了'),
  CHAIR_IS_NEUTRAL: words('召集人不说看法', '您主持，话留给大家说。', '知道了'),
  RATE_LIMITED: words('慢一点', '过1分钟再试。', '再试'),
  UNAVAILABLE: words('这会儿连不上', '不是您的问题，过一会儿再试。', '重试'),
  INTERNAL: words('我们这边出了点问题', '已经记下了，过一会儿再试。', '重试'),
  KEPT: words('没网，先替您存着', '有网了自动交，在“我的”里看得到。', '知道了'),
  OFFLINE: words('没网了', '有网了再点一下重试。', '重试'),
}
