import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { type AppConfig, type Config, type Pack, pagesOf } from './contents'
import { elementNameOf } from './selectors'
import { readStyles } from './styles'

const OF_THE_LANGUAGE = ['template', 'block', 'wxs', 'import', 'include', 'slot']

/** Reads a build of the mini-program as WeChat's own tools would; nothing in the folder is changed. */
export function pack(dist: string): Pack {
  const files = filesIn(dist)
  const text = (file: string) => readFileSync(path.join(dist, file), 'utf8')
  const ending = (end: string) => files.filter((file) => file.endsWith(end))
  const app: AppConfig = JSON.parse(text('app.json'))
  const wxml = new Map(ending('.wxml').map((file) => [without(file), text(file)]))
  const configs = entries(ending('.json'), (file) => JSON.parse(text(file)) as Config)
  const builtins = builtinsIn(wxml, configs)
  return {
    app,
    configs,
    scripts: entries(ending('.js'), text),
    styles: entries(ending('.wxss'), (file) =>
      readStyles(path.join(dist, file), scopeOf(without(file), app)),
    ),
    templates: compile(
      renamedIn(wxml, builtins),
      new Map(ending('.wxs').map((file) => [without(file), text(file)])),
    ),
    attributes: Object.fromEntries(builtins.map((tag) => [tag, attributesOf(tag, wxml)])),
  }
}

const scopeOf = (file: string, app: AppConfig) =>
  pagesOf(app).includes(file) ? `[data-page="${file}"]` : undefined

function filesIn(folder: string): string[] {
  if (!existsSync(path.join(folder, 'app.json')))
    throw new Error(`There is no mini-program in ${folder}: npm test builds it.`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
}

const without = (file: string): string => file.replace(/\.\w+$/, '')

const entries = <Value>(files: string[], read: (file: string) => Value): Record<string, Value> =>
  Object.fromEntries(files.map((file) => [without(file), read(file)]))

/** Every builtin component named in the templates; Taro also writes templates for some that never appear. */
function builtinsIn(wxml: Map<string, string>, configs: Record<string, Config>): string[] {
  const own = Object.values(configs).flatMap((config) => Object.keys(config.usingComponents ?? {}))
  const tags = [...wxml.values()].flatMap((source) => [...source.matchAll(/<([a-z][a-z-]*)/g)])
  const names = new Set(tags.map(([, tag]) => tag ?? ''))
  return [...names].filter((tag) => !OF_THE_LANGUAGE.includes(tag) && !own.includes(tag))
}

function attributesOf(tag: string, wxml: Map<string, string>): string[] {
  const tags = new RegExp(`<${tag}(?=[\\s/>])[^>]*>`, 'g')
  // Without what is quoted: an attribute may stand alone, and a value may hold words like one.
  const written = [...wxml.values()].flatMap((source) => source.replace(QUOTED, '=').match(tags) ?? [])
  const names = written.flatMap((one) => [...one.matchAll(/\s([a-z][\w:-]*)/g)].map(([, name]) => name ?? ''))
  return [...new Set(names)].filter((name) => !/^(bind|catch|capture|wx:|data-|class$|style$|id$)/.test(name))
}

const QUOTED = /=\s*("[^"]*"|'[^']*')/g

/** glass-easel renders nothing, silently, for a template that does not exist; the device is told its name. */
const LOOK_UP = 'return S[P]'
const LOOK_UP_AND_TELL = 'return S[P]||noTemplate(P)'

function compile(wxml: Map<string, string>, wxs: Map<string, string>): string {
  const group = new TmplGroup()
  for (const [file, source] of wxs) group.addScript(file, source)
  for (const [file, source] of wxml) {
    const problems: unknown[] = group.addTmpl(file, source)
    if (problems.length > 0) throw new Error(`${file}.wxml: ${JSON.stringify(problems)}`)
  }
  const compiled = group.getTmplGenObjectGroups()
  group.free()
  if (!compiled.includes(LOOK_UP)) throw new Error('The template compiler writes other code than expected.')
  return compiled.replaceAll(LOOK_UP, LOOK_UP_AND_TELL)
}

function renamedIn(wxml: Map<string, string>, builtins: string[]): Map<string, string> {
  const tags = new RegExp(`(</?)(${builtins.join('|')})(?=[\\s/>])`, 'g')
  const renamed = (source: string) =>
    source.replace(tags, (_, open: string, tag: string) => open + elementNameOf(tag))
  return new Map([...wxml].map(([file, source]) => [file, renamed(source)]))
}
