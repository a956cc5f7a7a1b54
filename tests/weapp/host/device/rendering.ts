import { component, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { Pack } from '../contents'
import { defineBuiltins } from './builtins/define'
import { complain } from './link'
import { countSetData } from './tally'

/** A page or component as the app's own code sees it. */
export interface Instance {
  data: Record<string, unknown>
  setData(data: object, callback?: () => void): void
  [method: string]: unknown
}

type Define = (definition: object) => void
export interface Definers {
  Page: Define
  Component: Define
}

/** Bytes WeChat advises against in one call; above 1 MB it takes nothing at all. */
const LARGEST_SET_DATA = 256 * 1024

/** WeChat takes a missing list for an empty one. */
const BORNE = 'The for-list data is neither Array nor Object, got type "undefined"'

const OF_TOUCH = /^(touch|tap$|longpress|transition|animation)/

/** glass-easel, WeChat's own component framework, with the templates and styles of one build. */
export function openRendering(pack: Pack) {
  const environment = new MiniProgramEnv()
  const space = environment.createCodeSpace('main', true)
  writeIdsAsTheyAre(space)
  const templates = templatesIn(pack.templates)
  defineBuiltins(space.getComponentSpace(), pack.attributes)
  for (const [path, config] of Object.entries(pack.configs)) {
    if (path !== 'app') space.addComponentStaticConfig(path, config as never)
    const template = templates(path)
    if (template) space.addCompiledTemplate(path, template)
  }
  for (const css of Object.values(withAppFirst(pack.styles))) addStyle(css)

  const context = new glassEasel.CurrentWindowBackendContext()
  const backend = environment.associateBackend(context)
  context.onEvent((target, type, detail, options) => {
    // Fields and images tell of themselves (builtins.ts).
    if (!OF_TOUCH.test(type)) return
    glassEasel.Event.dispatchEvent(target, new glassEasel.Event(type, detail, options))
  })
  glassEasel.addGlobalWarningListener((message) => {
    if (!message.startsWith(BORNE)) complain(`glass-easel: ${message}`)
    return false
  })

  return {
    define: (path: string, run: (definers: Definers) => void) =>
      space.componentEnv(path, (env) => run(env as unknown as Definers)),
    /** Puts a page or component on the screen, inside `box`. */
    mount(path: string, tag: string, box: HTMLElement): { instance: Instance; release(): void } {
      const root = backend.createRoot(tag, space, path)
      const place = document.createElement('i')
      box.append(place)
      root.attach(box as never, place as never)
      const instance = root.get() as unknown as Instance
      const release = () => {
        left.add(instance)
        root.release()
        box.remove()
      }
      return { instance, release }
    },
  }
}

/** glass-easel keeps ids to itself; selectors need them in the document. */
function writeIdsAsTheyAre(space: object): void {
  type Prepare = (...args: unknown[]) => [object, unknown]
  const own = space as { prepareComponentOptions: Prepare }
  const prepare = own.prepareComponentOptions.bind(space)
  own.prepareComponentOptions = (...args) => {
    const [options, isolation] = prepare(...args)
    return [{ ...options, writeIdToDOM: true, idPrefixGenerator: null }, isolation]
  }
}

function templatesIn(code: string) {
  const noTemplate = (name: string) => complain(`Template \`${name}\` not found`)
  const groups: Record<string, never> = new Function('noTemplate', `return ${code}`)(noTemplate)
  return (path: string) => {
    const content = groups[path]
    return content ? ({ groupList: groups, content } as never) : undefined
  }
}

const withAppFirst = ({ app = '', ...others }: Record<string, string>) => ({ app, ...others })

function addStyle(css: string): void {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
}

/** Pages that have been closed: what is still on its way to them is dropped. */
const left = new WeakSet<Instance>()

/**
 * In WeChat setData goes as text to another thread: only JSON passes, a copy, later. Here the copy is applied
 * in a task of its own, in the order of the calls.
 */
export function makeSetDataAsWechatDoes(): void {
  const prototype = component.ComponentCaller.prototype as unknown as Instance
  const apply = prototype.setData
  prototype.setData = function (this: Instance, data: object, callback?: () => void) {
    const text = JSON.stringify(data)
    const bytes = countSetData(String(this.is), text)
    if (bytes > LARGEST_SET_DATA) complain(`setData of ${bytes} bytes in one call`)
    const copy = JSON.parse(text, withoutRpxInStyles)
    setTimeout(() => {
      if (!left.has(this)) apply.call(this, plainPaths(copy), callback)
    })
  }
}

/** Taro writes `root.cn.[0]`, which WeChat reads as `root.cn[0]`. */
const plainPaths = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).map(([path, value]) => [path.replaceAll('.[', '['), value]))

function withoutRpxInStyles(key: string, value: unknown): unknown {
  if (key !== 'st' || typeof value !== 'string') return value
  return value.replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * 100vw / 750)')
}
