import { type Listing, type ListLine, whyNotListed } from './body'
import { LINE_PROBLEMS, type LineProblem } from './pasted'

interface Wrong {
  row: number
  problem: LineProblem
}
/** A line of a text or a file, by its row there: as it would stand in the list, or why it cannot be taken. */
export type Brought = { row: number; line: ListLine } | Wrong

interface Taken {
  lines: ListLine[]
  /** How many of them stand in the list already. */
  same: number
  problems: Wrong[]
}

/** What many lines would do to a list: each is judged beside what stands there and beside those above it. */
export function takeLines(brought: readonly Brought[], list: Listing): Taken {
  const taken: Taken = { lines: [], same: 0, problems: [] }
  for (const one of brought) {
    if ('problem' in one) taken.problems.push(one)
    else if (standsIn(list.others, one.line)) taken.same += 1
    else {
      const problem = whyNotTaken(one.line, { ...list, others: [...list.others, ...taken.lines] })
      if (problem) taken.problems.push({ row: one.row, problem })
      else taken.lines.push(one.line)
    }
  }
  return taken
}

/** The same text or file again changes nothing; where it names nobody, whoever was found since stays. */
const standsIn = (others: readonly ListLine[], { label, area, personId }: ListLine): boolean =>
  others.some(
    (other) =>
      other.label === label && other.area === area && (personId === null || other.personId === personId),
  )

function whyNotTaken(line: ListLine, list: Listing): LineProblem | null {
  const refusal = whyNotListed(line, list)
  const problem = LINE_PROBLEMS.find((one) => one === refusal) ?? null
  if (problem !== refusal) throw new Error(`a line that was read is refused: ${refusal}`)
  return problem
}
