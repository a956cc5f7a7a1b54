import type { GridPath } from '#core/grids/grid'
import { SEATS } from '#core/offices/seats'
import { PILOT_GRID, STREET } from './codes'
import { lowest } from './keyed-hash'
import { officeName } from './names'
import { grant, phoneOf, type SeedGrant, type SeedPerson } from './people'
import { PERSONA_SEATS, personOf } from './personas'

/** 37 of 728 seats are empty: 94.9 % are filled. */
const EMPTY_SEATS = 37

/** Phones of office-holders are numbered from here on, far above every resident's. */
const FIRST_PHONE = 2_000_000

interface Seat {
  grid: GridPath
  seat: string
}

const keyOf = ({ grid, seat }: Seat): string => `seat|${grid}${seat}`

/** Everyone who holds a seat, and the seat; the empty ones are those with the lowest hash. */
export function seats(secondLevel: readonly GridPath[]): { persons: SeedPerson[]; grants: SeedGrant[] } {
  const all = secondLevel.flatMap((grid) => SEATS.map(({ seat }) => ({ grid, seat })))
  const empty = new Set(lowest(all, EMPTY_SEATS, keyOf).map(keyOf))
  const filled = all.map((seat, at) => ({ ...seat, at })).filter((seat) => !empty.has(keyOf(seat)))
  return {
    persons: filled.filter((seat) => !holderPersona(seat)).map(personOn),
    grants: filled.map(grantOf),
  }
}

function personOn(seat: Seat & { at: number }): SeedPerson {
  const key = keyOf(seat)
  const isPolice = seat.seat === 'police' || seat.seat === 'traffic'
  return { id: holder(seat), name: officeName(key, isPolice), phone: phoneOf(FIRST_PHONE + seat.at), age: 40 }
}

function grantOf(seat: Seat): SeedGrant {
  const office = SEATS.find((one) => one.seat === seat.seat)
  if (!office) throw new Error(`no such seat: ${seat.seat}`)
  return grant(`g.seat${tail(seat)}`, holder(seat), office.role, seat.grid, { acting: office.acting })
}

const holder = (seat: Seat): string => {
  const persona = holderPersona(seat)
  return persona ? personOf(persona) : `p.seat${tail(seat)}`
}

const holderPersona = ({ grid, seat }: Seat): string | undefined =>
  grid === PILOT_GRID ? PERSONA_SEATS[seat] : undefined

/** `.001.005.police`. */
const tail = ({ grid, seat }: Seat): string => `${grid.slice(STREET.length)}.${seat}`
