/**
 * What a page shows, one line a node: tag, classes in order, text. Told like wechats-compilers.ts tells it of
 * WeChat's own rendering, for comparison. Classes with `--` carry glass-easel's scope names and are left out.
 */
export function treeOf(root: Element | null | undefined): string[] {
  return root ? [...root.childNodes].flatMap((node) => linesOf(node, 0)) : []
}

const OF_THE_HOST = ['img', 'input', 'textarea']
/** Builtins that show what their attributes say. */
const FILLED_BY_THE_HOST = ['rich-text', 'map']

function linesOf(node: Node, depth: number): string[] {
  const indent = ' '.repeat(depth)
  if (node instanceof Text) return node.data.trim() ? [`${indent}"${node.data.trim()}"`] : []
  if (!(node instanceof Element)) return []
  const tag = node.localName.replace(/^wx-/, '')
  if (OF_THE_HOST.includes(node.localName)) return []
  const classes = [...node.classList]
    .filter((name) => !name.includes('--') && !name.startsWith('wx-is-'))
    .sort()
  const own = [indent + [tag, ...classes].join('.')]
  if (FILLED_BY_THE_HOST.includes(tag)) return own
  return own.concat([...node.childNodes].flatMap((child) => linesOf(child, depth + 1)))
}
