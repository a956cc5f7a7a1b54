export const planWords = {
  label: (name: string, buildings: number, open: number) =>
    `${name}平面图，${buildings}栋，${open}栋有没办完的事`,
  building: (no: number) => `${no}栋`,
  buildingLabel: (no: number, open: number, mine: boolean) =>
    [`${no}栋`, mine && '我住的', open > 0 && `${open}件没办完`].filter(Boolean).join('，'),
  estate: '哪个小区',
  blocks: '选号段',
  block: (from: number, to: number) => `${from}–${to}`,
  legendOpen: '有没办完的事',
  legendChosen: '选中的',
  legendMine: '我住的',
}
