/** As many calls as go together: more would only make the first one wait for the last. */
const MOST = 400

interface Waiting<Call, Answer> {
  call: Call
  resolve(answer: Answer): void
  reject(failure: unknown): void
}

export interface Group<Call, Answer> {
  /** Names of what a call is about: two that share one are never in the same group, the later one goes in the next. */
  touches(call: Call): readonly string[]
  /** Carries out a group; answers in the order of its calls. What it throws is told to each of them. */
  carryOut(calls: readonly Call[]): Promise<readonly Answer[]>
}

/**
 * Lets calls go together that come while others are under way: one group after the other, and whoever comes when there
 * is none goes at once. Nobody waits for company.
 */
export class Gathering<Call, Answer> {
  private waiting: Waiting<Call, Answer>[] = []
  private running = false

  constructor(private readonly group: Group<Call, Answer>) {}

  ask(call: Call): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => this.waiting.push({ call, resolve, reject }))
    if (!this.running) void this.run()
    return answer
  }

  private async run(): Promise<void> {
    this.running = true
    while (this.waiting.length > 0) await this.answer(this.next())
    this.running = false
  }

  /** The first ones that wait, without those that touch what an earlier one does. */
  private next(): Waiting<Call, Answer>[] {
    const touched = new Set<string>()
    const [next, later]: Waiting<Call, Answer>[][] = [[], []]
    for (const one of this.waiting) {
      const touches = this.group.touches(one.call)
      const fits = next.length < MOST && !touches.some((name) => touched.has(name))
      for (const name of touches) touched.add(name)
      ;(fits ? next : later).push(one)
    }
    this.waiting = later
    return next
  }

  private async answer(group: readonly Waiting<Call, Answer>[]): Promise<void> {
    try {
      const answers = await this.group.carryOut(group.map(({ call }) => call))
      // The group answers as many as it was asked.
      for (const [n, one] of group.entries()) one.resolve(answers[n] as Answer)
    } catch (failure) {
      for (const one of group) one.reject(failure)
    }
  }
}
