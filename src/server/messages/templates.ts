import { FIELD_TYPES, type FieldType } from '#core/messages/fields'
import { TEMPLATES, type Template } from '#core/messages/worth'

/** What a message says: of which matter, how it stands, since when, and what to do. */
export const SAYINGS = ['title', 'state', 'at', 'tip'] as const
export type Slot = (typeof SAYINGS)[number]

/** A template as it was chosen in WeChat's console: its id, and in which of its fields we say what. */
export interface MessageTemplate {
  id: string
  fields: { slot: Slot; type: FieldType; name: string }[]
}
export type MessageTemplates = Partial<Record<Template, MessageTemplate>>

const USUAL = ['title.thing1', 'state.phrase2', 'at.time3', 'tip.thing4']

/**
 * Reads `progress=ID,result=ID:title.thing2:state.phrase1:at.time5,work=ID`: each template with the fields it has in
 * WeChat's console, or the usual four when none are named. `null` when it cannot be read.
 */
export function readTemplates(text: string): MessageTemplates | null {
  const read = text.split(',').map((part) => templateIn(part.trim()))
  if (read.some((one) => one === null)) return null
  return Object.fromEntries(read.flatMap((one) => (one ? [one] : [])))
}

function templateIn(part: string): [Template, MessageTemplate] | null {
  const [, name, id, fields] = /^(\w+)=([\w-]+)((?::\w+\.\w+)*)$/.exec(part) ?? []
  const template = TEMPLATES.find((known) => known === name)
  const named = (fields ? fields.slice(1).split(':') : USUAL).map(fieldIn)
  if (!template || !id || named.some((field) => field === null)) return null
  return [template, { id, fields: named.flatMap((field) => (field ? [field] : [])) }]
}

function fieldIn(words: string): MessageTemplate['fields'][number] | null {
  const [wanted, name = ''] = words.split('.')
  const slot = SAYINGS.find((known) => known === wanted)
  const type = FIELD_TYPES.find((known) => name.replace(/\d+$/, '') === known)
  const isTime = type === 'time' || type === 'date'
  return slot && type && isTime === (slot === 'at') ? { slot, type, name } : null
}
