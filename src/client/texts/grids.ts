/** The tree of grids, wherever one is chosen. */
export const grids = {
  whole: '全部',
  within: (name: string) => `${name}里的哪一个`,
} as const
