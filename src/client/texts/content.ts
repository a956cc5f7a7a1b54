import type { Doubt } from '#core/content/verdict'

/** Why words or a photo wait for a look: what the check says, never what somebody is accused of. */
export const doubtWords: Record<Doubt, string> = {
  advert: '像是广告',
  politics: '可能涉及时政',
  porn: '可能不雅',
  abuse: '像是骂人的话',
  crime: '可能涉及违法的事',
  fraud: '像是骗人的',
  vulgar: '可能低俗',
  copyright: '可能是别人的作品',
  other: '拿不准',
  number: '里面有号码',
  unasked: '没能送去核对',
  unanswered: '核对没有回音',
}

export const doubtOf = (why: string | null | undefined): string =>
  why != null && why in doubtWords ? doubtWords[why as Doubt] : doubtWords.other

export const photoReview = {
  link: '照片要看一眼',
  linkHelp: (n: number) => `${n}张等着，看过大家才看得到`,
  waiting: (n: number) => (n === 0 ? '都看过了' : `${n}张等着看`),
  help: '核对拿不准的照片，人看过才给大家看。办事的人一直看得到。',
  empty: { title: '没有等着看的照片', help: '过一会儿再来看看。' },
  notYours: { title: '照片由网格和社区来看', help: '您手上的事在工作台里办。', button: '回工作台' },
  enlarge: (subject: string) => `放大，${subject}`,
  photo: (title: string) => `“${title}”的照片`,
  of: { report: '反映时拍的', result: '办结时拍的' },
  face: (name: string) => `${name}的头像`,
  faceHelp: '选来给邻居看的',
  deed: '项目、小目标或小变化的照片',
  why: (state: string, why: string | null, ago: string) =>
    `${state === 'refused' ? '核对没有通过' : '要人看一眼'}：${doubtOf(why)}，${ago}`,
  show: '可以显示',
  hide: '不显示',
  about: (deed: string, subject: string) => `${deed}，${subject}`,
  shown: (subject: string) => `${subject}，大家看得到了`,
  hidden: (subject: string) => `${subject}不显示，告诉本人了`,
  hideTitle: '为什么不显示',
  reason: '告诉本人',
  reasonHint: { photo: '事照样办，只是这张照片不给大家看', face: '只是这张头像不给大家看，可以换一张' },
  phrases: {
    photo: ['拍到了别人的脸，请换个角度再拍', '照片和这件事没有关系', '拍到了门牌以外的个人信息'],
    face: ['头像里是别人，请用自己的', '这张不适合给邻居看，请换一张', '头像里有号码或者广告'],
  },
} as const
