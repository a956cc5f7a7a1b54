import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { emptyApp, filesIn } from './empty-app'
import type { AppConfig } from './host/contents'
import { DIST } from './phone'
import { compile, compilersRunHere } from './wechats-compilers'

const files = filesIn(DIST)
const ending = (end: string) => files.filter((file) => file.endsWith(end))
const config: AppConfig = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8'))
const roots = (config.subPackages ?? []).map(({ root }) => root)

const KB = 1024

const weigh = (folder: string, parts: string[]) =>
  parts.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
const weightOf = (isPart: (file: string) => boolean) => weigh(DIST, files.filter(isPart))

// WeChat refuses 2,048 KB. Ours carries what every subpackage asks of: the words of all refusals, the parts of every screen.
test('the main package with every tab weighs at most 760 KB', async () => {
  const bytes = weightOf((file) => !roots.some((root) => file.startsWith(`${root}/`)))
  const empty = await emptyApp()
  const least = weigh(empty, filesIn(empty))
  console.log(
    `main ${Math.ceil(bytes / KB)} KB, empty app ${Math.ceil(least / KB)} KB, ratio ${(bytes / least).toFixed(2)}`,
  )
  expect(least).toBeGreaterThan(100 * KB)
  expect(bytes).toBeGreaterThan(100 * KB)
  expect(bytes).toBeLessThanOrEqual(760 * KB)
}, 600_000)

test.each(roots)('the subpackage %s weighs at most 250 KB', (root) => {
  const bytes = weightOf((file) => file.startsWith(`${root}/`))
  console.log(`${root}: ${Math.ceil(bytes / KB)} KB`)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(250 * KB)
})

test('no script makes code from text, which WeChat forbids', () => {
  const making = ending('.js').filter((file) =>
    /\beval\(|new Function\b/.test(readFileSync(path.join(DIST, file), 'utf8')),
  )
  expect(making).toEqual([])
})

const whereTheyRun = compilersRunHere ? describe : describe.skip

whereTheyRun("WeChat's own compilers", () => {
  test('wcc takes every template', () => {
    expect(compile('wcc', ['-d', ...ending('.wxml'), ...ending('.wxs')])).toContain('$gwx')
  })

  test('wcsc takes every style sheet', () => {
    expect(compile('wcsc', ['-lc', ...ending('.wxss')]).length).toBeGreaterThan(1_000)
  })
})
