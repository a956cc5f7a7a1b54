export const plate = {
  scan: '扫一扫门牌',
  label: '门牌上的号',
  hint: '写栋号就行，比如23',
  find: '找一找',
  empty: '写一下栋号',
  unknown: '没找到这块牌。看看号码，或者换个办法说。',
}
