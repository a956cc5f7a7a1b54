import type { Life } from './app'
import { answerButtons } from './builtins/open-types'
import type { Pages } from './pages'
import { tallySince } from './tally'
import { treeOf } from './tree'
import { shownNow } from './wx/dialogs'
import { findUpdate, logged } from './wx/managers'
import { setNetwork } from './wx/network'
import { setPrivacy } from './wx/privacy'
import { cardPassedOn, share } from './wx/sharing'
import { chooseSubscriptions } from './wx/subscribing'
import { setTheme } from './wx/system'

/** What real WeChat does not have: the way of tests to the phone and to who holds it (tests/weapp/on-host.ts). */
export const hostOfWx = (pages: Pages, life: Life) => ({
  hostTally: tallySince,
  hostTree: () => treeOf(pages.top?.box.querySelector('page-root')),
  hostShown: shownNow,
  hostLogs: logged,
  hostNetwork: setNetwork,
  hostTheme: setTheme,
  hostPrivacy: setPrivacy,
  hostSubscriptions: chooseSubscriptions,
  hostButtons: answerButtons,
  hostUpdate: findUpdate,
  hostMemoryWarning: (level: number) => life.tell('MemoryWarning', { level }),
  hostShow: life.show,
  hostHide: life.hide,
  hostShare: () => share(pages.top),
  hostCard: cardPassedOn,
})
