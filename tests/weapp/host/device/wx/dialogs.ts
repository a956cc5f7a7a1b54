import type { Options } from './called-back'

/** What WeChat itself shows above the page; read by tests through wx.hostShown. */
const shown: { toast?: string; loading?: string; modal?: Options; sheet?: Options } = {}
let answer: ((how: object) => void) | undefined

const TOAST_MS = 1500
let fading: ReturnType<typeof setTimeout> | undefined

/** WeChat refuses longer words on the buttons of a modal. */
const LONGEST_BUTTON = 4

function checkButtons({ confirmText = '', cancelText = '' }: Options): void {
  for (const [name, words] of Object.entries({ confirmText, cancelText }))
    if (String(words).length > LONGEST_BUTTON)
      throw new Error(`${name} length should not larger than 4 Chinese characters`)
}

const untilAnswered = (kind: 'modal' | 'sheet', { success, fail, complete, ...options }: Options) =>
  new Promise<object>((resolve) => {
    shown[kind] = options
    answer = (how) => {
      delete shown[kind]
      resolve(how)
    }
  })

export const shownNow = (): object => structuredClone(shown)

/** Presses a button of the open dialog. */
export function answerDialog(how: object): void {
  if (!answer) throw new Error('no dialog is open')
  answer(how)
  answer = undefined
}

function hideToast(): void {
  clearTimeout(fading)
  delete shown.toast
}

/** As in WeChat a toast and a loading share one place. */
export const dialogsOfWx: Record<string, (options: Options) => unknown> = {
  showToast({ title, duration = TOAST_MS }) {
    delete shown.loading
    hideToast()
    shown.toast = String(title)
    fading = setTimeout(hideToast, Number(duration))
  },
  hideToast,
  showLoading({ title }) {
    hideToast()
    shown.loading = String(title)
  },
  hideLoading() {
    delete shown.loading
  },
  /** Stays until a test answers with the automator's confirmModal or cancelModal. */
  showModal(options) {
    checkButtons(options)
    return untilAnswered('modal', options)
  },
  showActionSheet: (options) => untilAnswered('sheet', options),
}
