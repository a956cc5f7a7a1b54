import type { GridChange } from '#core/grids/change'

/** 网格变动, as the notice says it. */
export const changeWords = (kind: GridChange, grid: string, words: string): string =>
  ({
    added: `新设${grid}`,
    renamed: `${words}改名为${grid}`,
    drawn: `${grid}重新划了边界`,
    closed: `撤销${grid}，由${words}接着管`,
    house_in: `${words}划进${grid}`,
    house_out: `${words}从${grid}划出`,
  })[kind]

export const history = {
  title: '网格变动',
  help: '网格改名、撤销、楼栋划转，都在这里公示，不删不改。',
  none: '还没有变动',
  by: (name: string, when: string) => `${name}，${when}`,
  change: '调整网格',
  which: '哪个网格',
  what: '做什么',
  deeds: { rename: '改名', add: '新设', moveHouse: '划入楼栋', draw: '划边界', close: '撤销' },
  name: '新的名字',
  code: '编码',
  codeHint: '接在上级后面，网格3位，片区2位，比如006',
  house: '哪一栋',
  houseHint: '没办完的事、楼栋长和隐患一起划过去',
  drawHelp: '在图上点，也能写经纬度。',
  successors: '由哪些网格接着管',
  successorsWrong: '接着管的要和它同一级，至少一个',
  addSuccessor: '加上这一个',
  drop: '去掉',
  dropNamed: (name: string) => `去掉${name}`,
  missing: '还差一样没填',
  send: '就这样改',
} as const
