import type { BookingState } from '#core/offers/booking'

export const bookingWords: Record<BookingState, string> = {
  booked: '约好了',
  came: '来了',
  absent: '没来',
  cancelled: '退了',
  off: '这次不办了',
}
