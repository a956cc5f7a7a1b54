/**
 * What a phone may tell of its own mishap: where in our code it happened and what the engine said, never what a
 * person typed or is called. Nothing is blotted out of free text; only sentences known beforehand get through.
 */
export const MOST_FRAMES = 12

const NAME = '[A-Za-z_$][\\w$.]{0,59}'

/** The sentences of V8, JavaScriptCore, React, webpack and WeChat about a program that trips. */
const SENTENCES = [
  "Cannot (read|set) propert(y|ies) of (undefined|null)( \\((reading|setting) 'NAME'\\))?",
  "Cannot (read|set) property 'NAME' of (undefined|null)",
  "(undefined|null) is not an object( \\(evaluating 'NAME'\\))?",
  'NAME( is not a (function|constructor)| is not (defined|iterable)| is undefined)',
  'Maximum call stack size exceeded',
  'Loading (CSS )?chunk [A-Za-z/_-]{1,60} failed',
  'Minified React error #\\d{1,4}',
  '[A-Za-z]{1,40}:fail( (timeout|abort|interrupted|page not found|system error|system permission denied))?',
  '(timeout|Network Error|Failed to fetch|Load failed|Script error|Out of memory)',
].map((sentence) => new RegExp(`^${sentence.replace(/NAME/g, NAME)}`))

/** Somebody's number as a name: five digits in a row are in no name of ours. */
const NUMBER = /\d{5}/

/** The part of a message the engine itself wrote; empty when it is none of the known ones. */
export function knownWords(message: string): string {
  for (const sentence of SENTENCES) {
    const [found = ''] = sentence.exec(message) ?? []
    if (found) return NUMBER.test(found) ? '' : found
  }
  return ''
}

/** name file:line:column, as `framesOf` writes it. */
export const FRAME = /^([\w$.<>]{1,60} )?[\w.~-]{1,60}\.[jt]sx?:\d{1,7}:\d{1,7}$/

const OF_V8 = /^\s*at (?:async )?(?:(.*) \()?(.*):(\d+):(\d+)\)?$/
const OF_JSC = /^(.*)@(.*):(\d+):(\d+)$/

/** Where it happened, innermost first. A line that is no place in a script, such as the message, is left out. */
export function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map(frameOf)
    .filter((frame) => FRAME.test(frame))
    .slice(0, MOST_FRAMES)
}

function frameOf(line: string): string {
  const [, name = '', place = '', row, column] = OF_V8.exec(line) ?? OF_JSC.exec(line) ?? []
  const [file = ''] = /[^/\\]*$/.exec(place.replace(/[?#].*$/, '')) ?? []
  const known = /^[\w$.<>]{1,60}$/.test(name) && !NUMBER.test(name) ? `${name} ` : ''
  return `${known}${file}:${row}:${column}`
}

/** TypeError, ChunkLoadError: a class of ours or of the engine. */
export const MISHAP_NAME = /^[A-Z][A-Za-z]{0,39}$/
