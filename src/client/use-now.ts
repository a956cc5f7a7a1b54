import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The time as screens speak of it: 还剩20分钟 moves on while somebody looks, every minute or oftener. Milliseconds. */
export function useNow(every = MINUTE): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
