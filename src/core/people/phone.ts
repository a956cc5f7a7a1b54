/** 手机号, whole: eleven digits, of the mainland. */
export const MOBILE = /^1\d{10}$/

/** Whether a text is a whole 手机号 and nothing else. */
export const isMobile = (text: string): boolean => MOBILE.test(text)

const LANDLINE = /^0\d{2,3}-?\d{7,8}$/

/** A number at which an owner or manager can be called: 手机号, or 座机 with its area code. */
export const isCallable = (text: string): boolean => isMobile(text) || LANDLINE.test(text)
