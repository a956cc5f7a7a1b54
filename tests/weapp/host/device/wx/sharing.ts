import { call, type OpenPage } from '../pages'

interface Card {
  title?: string
  path?: string
  imageUrl?: string
  promise?: Promise<Card>
}

/** Pages whose menu offers no 转发. */
const withoutMenu = new WeakSet<OpenPage>()
/** The card passed on last; read by tests. */
let passedOn: Card | undefined

export const cardPassedOn = (): Card | undefined => passedOn

export const offerSharing = (page: OpenPage | undefined, offered: boolean): void =>
  void (page && (offered ? withoutMenu.delete(page) : withoutMenu.add(page)))

/**
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareAppMessage-Object-object:
 * the page in front says what its card is; `target` is the button that asked for it.
 */
export async function share(page: OpenPage | undefined, target?: object): Promise<Card> {
  if (!page) throw new Error('no page is open')
  if (!target && (withoutMenu.has(page) || !('onShareAppMessage' in page.instance)))
    throw new Error(`the menu of ${page.path} does not offer sharing`)
  const from = target ? 'button' : 'menu'
  const answer = call(page.instance, 'onShareAppMessage', { from, target, webViewUrl: undefined })
  const { promise, ...card } = (answer ?? {}) as Card
  passedOn = { path: withQuery(page), ...card, ...(await promise) }
  return passedOn
}

function withQuery({ path, query }: OpenPage): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
