import type { CategoryCode } from '#core/concerns/category'
import type { IconName } from './icon-paths'

/** A category is always shown by its word too: the drawing alone never carries it. */
export const categoryIcons: Record<CategoryCode, IconName> = {
  LIGHT_BROKEN: 'lamp',
  LIGHT_MISSING: 'lamp',
  PARK_MESS: 'car',
  PARK_FIRELANE: 'car',
  PLATE_MISSING: 'plate',
  ELDER_PLACE: 'elder',
  GARBAGE: 'trash',
  RUBBLE: 'trash',
  MANHOLE: 'alert',
  WATER_PIPE: 'water',
  DRAIN: 'water',
  GEO_HAZARD: 'alert',
  BUILDING_CRACK: 'crack',
  FIRE_EBIKE: 'fire',
  ILLEGAL_BUILD: 'building',
  NOISE: 'noise',
  DISPUTE: 'users',
  STREET_ORDER: 'flag',
  GREEN: 'leaf',
  FITNESS: 'heart',
  RULES: 'doc',
  HARDSHIP: 'buoy',
  HEAD_CONDUCT: 'me',
  CONSULT: 'ask',
  OTHER: 'more',
}
