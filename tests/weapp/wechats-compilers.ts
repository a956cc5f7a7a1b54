import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { DIST } from './phone'

/** npm miniprogram-compiler brings WeChat's own compilers as programs for x86-64 Linux, of 2020 and 2019. */
export const compilersRunHere = process.platform === 'linux' && process.arch === 'x64'
if (!compilersRunHere)
  console.log(`WeChat's compilers do not run on ${process.platform} ${process.arch}: not tested here`)

/** Runs wcc (templates) or wcsc (styles) on files of the build; its complaint becomes the error. */
export function compile(program: 'wcc' | 'wcsc', args: string[], dist = DIST): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-wcc-'))
  try {
    // A copy that may be run: the package comes without that right.
    const copy = path.join(folder, program)
    copyFileSync(
      path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux', program),
      copy,
    )
    chmodSync(copy, 0o755)
    return execFileSync(copy, args, { cwd: dist, encoding: 'utf8', maxBuffer: 50_000_000, stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Rendered = string | number | { tag: string; attr?: Record<string, unknown>; children?: Rendered[] }
type Render = (data: object) => Rendered

/** WeChat's rendering of a page's data, told like host/device/tree.ts tells the host's. */
export function openWechatsRendering(dist = DIST): (page: string, data: object) => string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.wx(ml|s)$/.test(file),
  )
  const scope: { $gwx?: (file: string) => Render | undefined } = {}
  createContext(Object.assign(scope, { window: scope, console }))
  runInContext(compile('wcc', ['-d', ...files], dist), scope)
  // wxs takes an object made elsewhere for none at all: the data must be of the same world.
  const ofItsWorld = (data: object): object => runInContext(`(${JSON.stringify(data)})`, scope)
  const renderOf = (file: string): Render => {
    const found = scope.$gwx?.(file)
    if (!found) throw new Error(`wcc has no ${file}`)
    return found
  }
  const linesOf = (node: Rendered, depth: number): string[] => {
    const indent = ' '.repeat(depth)
    if (typeof node !== 'object') return String(node).trim() ? [`${indent}"${String(node).trim()}"`] : []
    const { tag, attr = {}, children = [] } = node
    if (tag === 'virtual') return children.flatMap((child) => linesOf(child, depth))
    const plain = tag.replace(/^wx-/, '')
    const inside = plain === 'comp' ? childrenOf(renderOf('comp.wxml')(attr)) : children
    const own = [indent + [plain, ...classesOf(attr)].join('.')]
    return own.concat(inside.flatMap((child) => linesOf(child, depth + 1)))
  }
  return (page, data) =>
    childrenOf(renderOf(`${page}.wxml`)(ofItsWorld(data))).flatMap((node) => linesOf(node, 0))
}

const childrenOf = (root: Rendered): Rendered[] => (typeof root === 'object' ? (root.children ?? []) : [])

const classesOf = (attr: Record<string, unknown>): string[] =>
  String(attr.class ?? '')
    .split(/\s+/)
    .filter((name) => name && !name.includes('--'))
    .sort()
