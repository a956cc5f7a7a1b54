import { Failure } from '../../failure'
import { toWorld } from '../link'
import { calledBack, type Options, type Told, waits } from './called-back'
import { type Task, throughNetwork, uploading, withTask } from './network'

let environment: string | undefined

/** Which environment a call goes to; none may be made before init. */
function opened({ config }: Options): string {
  if (environment === undefined)
    throw new Failure("Error: Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 })
  return (config as { env?: string } | undefined)?.env ?? environment
}

async function callFunction(options: Options): Promise<object> {
  const asked = { name: options.name, data: options.data, environment: opened(options) }
  await throughNetwork()
  return toWorld('callFunction', asked)
}

const upload = (options: Options, tell: Task['tell']): Promise<object> =>
  uploading(String(options.filePath), tell, async (content) => {
    const asked = { cloudPath: options.cloudPath, content, environment: opened(options) }
    await throughNetwork()
    return toWorld('uploadToCloud', asked)
  })

const UPLOAD = 'cloud.uploadFile'
const uploadWithTask = withTask(UPLOAD, (options, { tell }) => upload(options, tell))
const uploadAsPromise = calledBack(UPLOAD, (options) => upload(options, () => undefined))

/** wx.cloud, as far as the app uses it. */
export const cloud = {
  init({ env = '' }: { env?: string } = {}): void {
    environment = env
  },
  callFunction: calledBack('cloud.callFunction', callFunction),
  /** A promise, or a task for those who bring callbacks. */
  uploadFile: (options: Told): unknown => (waits(options) ? uploadWithTask : uploadAsPromise)(options),
}
