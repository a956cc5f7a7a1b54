/** 居民请求免去楼栋长: one household of the house asks. */
export interface RemovalAsk {
  by: string
  at: number
}

/** What the community said to a request of half of the house, and kept the head. */
export interface RemovalAnswer {
  by: string
  at: number
  note: string
  asked: number
  households: number
}

/** What has been asked since the last answer, and every answer there was. */
export interface Removal {
  asks: RemovalAsk[]
  answers: RemovalAnswer[]
}

export const NO_REMOVAL: Removal = { asks: [], answers: [] }

/** Those who asked and still are a household of the house: whoever moved away does not count any more. */
export const standingAsks = ({ asks }: Removal, households: readonly string[]): RemovalAsk[] =>
  asks.filter(({ by }) => households.includes(by))

/** At least one half of the households: then the community has to hear the head and decide. */
export const reachesHalf = (asked: number, households: number): boolean =>
  households > 0 && asked * 2 >= households
