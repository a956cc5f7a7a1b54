/**
 * What libraries look for in `global` and `globalThis`. Phones before 2019 have no globalThis, and webpack's own
 * stand-in makes code from text, which WeChat forbids; the WeChat build gives this to both names (config/index.ts).
 */
export const globalObject: object = {
  Array,
  Date,
  Error,
  JSON,
  Map,
  Math,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
  Symbol,
  TypeError,
  clearInterval,
  clearTimeout,
  setInterval,
  setTimeout,
}
