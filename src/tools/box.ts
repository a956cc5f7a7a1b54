/** Lines in a frame, for the one thing a person should see at the end of a long start. */
export function box(lines: string[]): string {
  const width = Math.max(...lines.map(columns))
  const row = (line: string) => `│  ${line}${' '.repeat(width - columns(line))}  │`
  const edge = '─'.repeat(width + 4)
  return [`┌${edge}┐`, ...lines.map(row), `└${edge}┘`].join('\n')
}

/** On a terminal a Chinese character is two columns wide. */
const columns = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
