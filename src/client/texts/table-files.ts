/** What every table that is brought or fetched says of itself; what it holds is said by whose table it is. */
export const tableFiles = {
  help: 'Excel或者CSV都行。有一处不对，一行也不写；同一份再导一次，什么都不变。',
  choose: '选一份表',
  template: '下载模板',
  again: '换一份',
  apply: '全部写进去',
  problems: (n: number) => `有${n}处要改`,
  more: (n: number) => `还有${n}处`,
  fine: '没有错，可以写进去',
  nothing: '和已经登记的一样，不用写',
  tooLarge: '这份表太大了，最多4MB，分成几份',
} as const
