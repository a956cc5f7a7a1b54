import {
  boolean,
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
  trim,
} from 'valibot'
import { CATEGORY_CODES } from '#core/concerns/category'
import { DESKS, STATES } from '#core/concerns/concern'

/** Small shapes several contracts share. */
export const id = pipe(string(), minLength(1), maxLength(64), regex(/^[\w.-]+$/))
export const gridPath = pipe(string(), maxLength(40), regex(/^\d+(\.\d+){0,3}$/))
export const instant = pipe(number(), integer(), minValue(0))
export const count = pipe(number(), integer(), minValue(0))
export const level = picklist([0, 1, 2, 3])
export const category = picklist(CATEGORY_CODES)
export const desk = picklist(DESKS)
export const state = picklist(STATES)
export const point = strictObject({
  latE6: pipe(number(), integer(), minValue(-90_000_000), maxValue(90_000_000)),
  lngE6: pipe(number(), integer(), minValue(-180_000_000), maxValue(180_000_000)),
})

/** Words a person types: surrounding blanks never count. */
export const words = (min: number, max: number) => pipe(string(), trim(), minLength(min), maxLength(max))

export const nothing = strictObject({})
export const done = object({ done: boolean() })

/** A page of a list, newest first; `cursor` is opaque and `null` at the end. */
export const cursor = nullable(pipe(string(), maxLength(200)))
export const page = <Item extends GenericSchema>(items: Item) => ({ items, cursor })
