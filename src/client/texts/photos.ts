import type { PhotoState } from '#core/content/photo'

/** What its author and those who handle the matter are told of a photo others do not see. */
const onlyYou: Record<PhotoState, string> = {
  pending: '核对中，过了大家才看得到',
  pass: '',
  review: '等网格员看一眼，大家还看不到',
  refused: '没有公开，大家看不到',
}

export const photoWords = {
  first: '拍一张',
  another: '再拍一张',
  addLabel: (have: number, max: number) => `加照片，已有${have}张，最多${max}张`,
  nth: (n: number) => `第${n}张照片`,
  open: (n: number) => `放大第${n}张照片`,
  remove: (n: number) => `去掉第${n}张照片`,
  waiting: '等着传',
  refused: '用不了',
  checking: '图片核对中',
  notShown: '这张图片没有公开',
  onlyYou,
}
