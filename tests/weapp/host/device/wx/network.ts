import { Failure } from '../../failure'
import { contentOf } from '../files'
import { toWorld } from '../link'
import { calledBack, type Options, type Told } from './called-back'
import { emit } from './events'

/** The phone's network: `none` is no network at all; without `answers` nothing ever comes back. */
const network = { type: 'wifi', answers: true }

/** For tests: cuts the network, gives it back, or lets it fall silent. */
export function setNetwork(now: Partial<typeof network>): void {
  const before = network.type
  Object.assign(network, now)
  if (before === network.type) return
  emit('NetworkStatusChange', { isConnected: network.type !== 'none', networkType: network.type })
}

export const getNetworkType = () => ({ networkType: network.type })

const LONGEST_WAIT = 60_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Throws as WeChat does when nothing can leave the phone or come back to it. */
export async function throughNetwork(timeout = LONGEST_WAIT): Promise<void> {
  if (network.type === 'none')
    throw new Failure('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
      errno: 600001,
    })
  if (network.answers) return
  await pause(timeout)
  throw new Failure('timeout', { errno: 5 })
}

type Progress = (now: { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number }) => void

/** A call under way; its caller may end it, and hear how much of it has left. */
function openTask() {
  const hearing = new Set<Progress>()
  let end = (_: Failure): void => undefined
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  return {
    ended,
    tell(progress: number, bytes: number) {
      for (const hear of hearing)
        hear({
          progress,
          totalBytesSent: Math.round((bytes * progress) / 100),
          totalBytesExpectedToSend: bytes,
        })
    },
    forCaller: {
      abort: () => end(new Failure('abort')),
      onProgressUpdate: (hear: Progress) => void hearing.add(hear),
      offProgressUpdate: (hear?: Progress) => void (hear ? hearing.delete(hear) : hearing.clear()),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    },
  }
}

export type Task = ReturnType<typeof openTask>

/** A method that answers later and hands out a task at once. */
export function withTask(name: string, run: (options: Options, task: Task) => Promise<unknown>) {
  return (options: Told) => {
    const task = openTask()
    // A task is never awaited: without any callback of its own the promise would go unhandled.
    const heard = { ...options, fail: options.fail ?? (() => undefined) }
    calledBack(name, (given) => Promise.race([run(given, task), task.ended]))(heard)
    return task.forCaller
  }
}

export const request = withTask('request', async (options) => {
  await throughNetwork(options.timeout as number | undefined)
  return toWorld('request', options)
})

export const uploadFile = withTask('uploadFile', (options, task) =>
  uploading(String(options.filePath), task.tell, async (content) => {
    await throughNetwork(options.timeout as number | undefined)
    return toWorld('uploadFile', { ...options, content })
  }),
)

/** A file leaves in several pieces, and its caller hears of each. */
export async function uploading(
  filePath: string,
  tell: Task['tell'],
  send: (content: string | undefined) => Promise<object>,
): Promise<object> {
  const content = contentOf(filePath)
  const bytes = Math.floor(((content ?? '').length * 3) / 4)
  for (const progress of [20, 60, 90]) {
    await pause(10)
    tell(progress, bytes)
  }
  const answer = await send(content)
  tell(100, bytes)
  return answer
}
