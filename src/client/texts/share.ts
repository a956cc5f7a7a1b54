/** On a card that is passed on in WeChat. */
export const share = {
  app: '楼栋议事，小区的事一起办',
} as const
