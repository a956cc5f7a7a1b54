import type { Problem } from '#contracts/envelope'

type Say = (limit: number | undefined) => string

const choose: Say = () => '请选一个'
const write: Say = () => '请填一下'

/** The broken rule in words; how many characters or how large comes from the contract itself. */
const SENTENCES: Record<string, Say> = {
  required: write,
  non_empty: write,
  string: write,
  min_length: (limit) => (limit === undefined || limit <= 1 ? '请填一下' : `再写几个字，至少${limit}个`),
  max_length: (limit) => `写得长了，最多${limit ?? ''}个字`,
  regex: () => '看看有没有写错',
  picklist: choose,
  boolean: choose,
  number: () => '请填数字',
  integer: () => '请填整数',
  min_value: (limit) => `不能小于${limit ?? ''}`,
  max_value: (limit) => `不能大于${limit ?? ''}`,
}

const sentence = ({ problem, limit }: Problem): string => SENTENCES[problem]?.(limit) ?? '这里要改一改'

/** What to say beside the field at `path` ("place.words"); problems of its parts count as its own. */
export function problemAt(problems: Problem[] | undefined, path: string): string | undefined {
  const found = problems?.find((one) => one.path === path || one.path.startsWith(`${path}.`))
  return found && sentence(found)
}
