import {
  boolean,
  check,
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
} from 'valibot'
import { CATEGORY_CODES } from '#core/concerns/category'
import { DESKS, STATES } from '#core/concerns/concern'
import { MOBILE } from '#core/people/phone'

/** Small shapes several contracts share. */
export const id = pipe(string(), minLength(1), maxLength(64), regex(/^[\w.-]+$/))
export const gridPath = pipe(string(), maxLength(40), regex(/^\d+(\.\d+){0,3}$/))
/** Epoch milliseconds, as far as a calendar reaches. */
export const instant = pipe(number(), integer(), minValue(0), maxValue(8_640_000_000_000_000))
export const count = pipe(number(), integer(), minValue(0))
/** Eleven digits of the mainland. */
export const phone = pipe(string(), regex(MOBILE))
export const level = picklist([0, 1, 2, 3])
export const category = picklist(CATEGORY_CODES)
export const desk = picklist(DESKS)
export const state = picklist(STATES)
export const point = strictObject({
  latE6: pipe(number(), integer(), minValue(-90_000_000), maxValue(90_000_000)),
  lngE6: pipe(number(), integer(), minValue(-180_000_000), maxValue(180_000_000)),
})

/** At either end, what shows nothing is not there: a title of invisible characters is an empty one. */
const BLANK_ENDS = /^(?:\s|\u200b|\u200c|\u200d|\u2060|\ufeff)+|(?:\s|\u200b|\u200c|\u200d|\u2060|\ufeff)+$/g
/** Marks that turn the reading order around. iPhones put them around a copied number, so they are dropped, not refused. */
const ORDER_MARKS = /[\u202a-\u202e\u2066-\u2069]/g
/** Controls other than line and tab, and halves of a character (an emoji cut in two): no database keeps them. */
const KEEPABLE = /^[^\p{Cc}\p{Cs}]*$/u

const tidy = (text: string): string => text.replace(ORDER_MARKS, '').replace(BLANK_ENDS, '')
const keepable = (text: string): boolean => KEEPABLE.test(text.replace(/[\t\n\r]/g, ''))

/** Words a person types: surrounding blanks never count. Lengths are those of JavaScript, as an input field counts. */
export const words = (min: number, max: number) =>
  pipe(string(), transform(tidy), minLength(min), maxLength(max), check(keepable))

export const consentState = picklist(['unasked', 'given', 'withdrawn', 'outdated'])

export const nothing = strictObject({})
export const done = object({ done: boolean() })

/** A page of a list, newest first; `cursor` is opaque and `null` at the end. */
export const cursor = nullable(pipe(string(), maxLength(200)))
export const page = <Item extends GenericSchema>(items: Item) => ({ items, cursor })
