import { dayName, dayOf } from './calendar'

/** 'yyMMdd' of the day in China, under which numbers are counted. */
export const numberDay = (at: number): string => dayName(dayOf(at)).slice(2).split('-').join('')

/** What people quote on the phone: XJ + yyMMdd + at least four digits. */
export const concernNumber = (day: string, n: number): string => `XJ${day}${String(n).padStart(4, '0')}`
