import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'
import { forDocument } from './selectors'

/** 750 rpx are the width of any phone. */
const RPX = /(-?[\d.]+)rpx\b/g

export const withoutRpx = (value: string): string => value.replace(RPX, 'calc($1 * 100vw / 750)')

/**
 * A sheet of WXSS as CSS: imports put in place, rpx computed, tags renamed.
 * `within` keeps the rules of one page to that page, as its own web view does in WeChat.
 */
export function readStyles(file: string, within?: string): string {
  if (!existsSync(file)) return ''
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: file })
  root.walkDecls((declaration: Declaration) => {
    declaration.value = withoutRpx(declaration.value)
  })
  root.walkRules((rule: Rule) => {
    if (isKeyframe(rule)) return
    rule.selectors = rule.selectors.map((selector) => scoped(forDocument(selector), within))
  })
  root.walkAtRules('import', (rule: AtRule) => {
    const imported = path.join(path.dirname(file), rule.params.replace(/['"]/g, ''))
    rule.replaceWith(postcss.parse(readStyles(imported, within)))
  })
  return root.toString()
}

const isKeyframe = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')

function scoped(selector: string, within?: string): string {
  if (!within) return selector
  return selector.startsWith('wx-page') ? selector.replace('wx-page', within) : `${within} ${selector}`
}
