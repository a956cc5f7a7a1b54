import { below, pick } from './keyed-hash'

/** Common surnames; together with invented given names they name nobody in particular. */
// biome-ignore format: one glance
const SURNAMES = [
  '陈', '黄', '李', '张', '刘', '林', '王', '吴', '罗', '曾', '钟', '邓', '杨', '何', '周', '温', '叶', '朱', '谢', '赖',
  '廖', '梁', '胡', '郭', '徐', '唐', '蒋', '彭', '潘', '卢', '余', '袁', '邹', '熊', '石', '覃', '韦', '莫', '龙', '向',
]

// biome-ignore format: one glance
const GIVEN = [
  '国梁', '志强', '小云', '春来', '月娥', '晓燕', '文辉', '建平', '丽珍', '秀兰', '伟民', '俊杰', '美玲', '海燕', '德明',
  '玉芬', '永康', '嘉欣', '少华', '桂香', '新荣', '慧敏', '展鹏', '雪梅', '立群', '佩珊', '锦棠', '思远', '凤仪', '锐锋',
]

/** What neighbours call each other: 李先生, 罗阿姨, 小周. */
export function neighbourName(key: string, age: number): string {
  const surname = pick(`surname|${key}`, SURNAMES)
  if (age < 18) return `小${surname}`
  const isWoman = below(`woman|${key}`, 2) === 0
  if (isWoman) return `${surname}${age >= 55 ? '阿姨' : '女士'}`
  return `${surname}${age >= 60 ? '伯' : '先生'}`
}

/** How a building head is known in the lane: 温师傅, 曾大姐. */
export const headName = (key: string): string =>
  `${pick(`surname|${key}`, SURNAMES)}${below(`woman|${key}`, 5) < 2 ? '大姐' : '师傅'}`

/** The name an office-holder is posted under; police are posted by surname. */
export const officeName = (key: string, isPolice: boolean): string => {
  const surname = pick(`surname|${key}`, SURNAMES)
  return isPolice ? `${surname}警官` : `${surname}${pick(`given|${key}`, GIVEN)}`
}
