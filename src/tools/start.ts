import { environment } from '#server/environment'
import { box } from './box'
import { failToStart } from './sentences'
import { type Serving, serve } from './serve'

/** Requests under way get this long once somebody asks the server to stop. */
const PATIENCE_MS = 10_000

async function main(): Promise<void> {
  const serving = await serve(environment())
  stopOn(['SIGINT', 'SIGTERM'], serving)
  console.log(`\n${box(['楼栋议事 已启动', `请在浏览器打开 ${serving.address}`, '停止请按 Ctrl+C'])}\n`)
}

function stopOn(signals: NodeJS.Signals[], serving: Serving): void {
  let stopping = false
  const stop = () => {
    // Asked twice: somebody does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    serving.stop().then(() => process.exit(0), failToStart)
  }
  for (const signal of signals) process.on(signal, stop)
}

main().catch(failToStart)
