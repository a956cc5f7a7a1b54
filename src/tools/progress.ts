const EVERY_MS = 2_000

/** Waits for a piece of work and tells every two seconds that it is still going on; short work stays silent. */
export async function withProgress<Answer>(name: string, work: Promise<Answer>): Promise<Answer> {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1_000)
  const ticking = setInterval(() => console.log(`${name}…… 已用 ${seconds()} 秒`), EVERY_MS)
  try {
    const answer = await work
    if (Date.now() - began >= EVERY_MS) console.log(`${name}：完成，用了 ${seconds()} 秒`)
    return answer
  } finally {
    clearInterval(ticking)
  }
}
