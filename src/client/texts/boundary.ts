/** At most so many houses are named one by one. */
const NAMED = 6

const outsideWords = (outside: readonly string[]): string => {
  if (outside.length === 0) return '一栋也没落下'
  const rest = outside.length > NAMED ? '等' : ''
  return `还有${outside.length}栋在外面：${outside.slice(0, NAMED).join('、')}${rest}`
}

/** 网格边界. */
export const boundary = {
  title: '网格边界',
  help: '这个网格管到哪里，看图，也有文字。',
  undrawn: (houses: number) => `边界还没划。登记在这里的有${houses}栋。`,
  summary: (corners: number, inside: number, outside: readonly string[]) =>
    `边界有${corners}个点，围住${inside}栋，${outsideWords(outside)}。`,
  around: (names: readonly string[]) => `虚线是${names.join('、')}的边界。`,
  draw: '划边界',
  redraw: '重新划边界',
  ways: { map: '在图上点', words: '写经纬度' },
  how: '顺着边，一个角点一下，头尾自己会连上。',
  back: '退一步',
  anew: '从头点',
  aroundHouses: '按楼栋围一圈',
  nothing: '这里还没有登记楼栋，图上没有可对照的，请写经纬度。',
  corners: '边界上的点',
  cornersHint: '一行一个点：纬度,经度，和楼栋登记用同一种坐标（GCJ-02）。',
  cornersWrong: '一行写一个点，比如23.169748,114.420312',
  unfit: '至少三个点，线不能交叉，也不能比一个街道还大',
  save: '就按这个划',
  saveNone: '先不划边界',
  leave: '不改了',
} as const
