export const photoWords = {
  first: '拍一张',
  another: '再拍一张',
  addLabel: (have: number, max: number) => `加照片，已有${have}张，最多${max}张`,
  nth: (n: number) => `第${n}张照片`,
  open: (n: number) => `放大第${n}张照片`,
  remove: (n: number) => `去掉第${n}张照片`,
  waiting: '等着传',
  refused: '用不了',
}
