import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CLOUD_ENV } from './cloud'

/** What stands before the path in the id of every file of this environment. */
export const FILES = `cloud://${CLOUD_ENV}.6c6f-${CLOUD_ENV}-1300000000/`

/** How WeChat's server answers one call of cloud.openapi. */
export type OpenApiSaid = { json: object } | { image: Buffer } | { errorCode: number } | { silent: true }

export interface Tcb {
  /** For the environment of an instance: the SDK asks here instead of the cloud. */
  variables: NodeJS.ProcessEnv
  address: string
  /** Bytes by file id. */
  files: Map<string, Buffer>
  /** Every action the SDK asked for, with what it named. */
  asked: { action: string; files: string[] }[]
  openapi: { name: string; body: string }[]
  down: boolean
  stop(): void
}

/** Stands in for the service behind wx-server-sdk: file storage, and the way to WeChat's server interface. */
export async function startTcb(
  say: (name: string, body: string) => OpenApiSaid = () => ({ json: {} }),
): Promise<Tcb> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    answer(request, response, Buffer.concat(chunks))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tcb: Tcb = {
    variables: { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${address}/admin` }) },
    address,
    files: new Map(),
    asked: [],
    openapi: [],
    down: false,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const { pathname } = new URL(request.url ?? '', address)
    const fileId = FILES + pathname.replace(/^\/(file|upload)\//, '')
    if (tcb.down) response.writeHead(503).end()
    else if (pathname.startsWith('/upload/')) {
      tcb.files.set(fileId, body)
      response.end()
    } else if (pathname.startsWith('/file/')) {
      const found = tcb.files.get(fileId)
      response.writeHead(found ? 200 : 404).end(found)
    } else if (request.headers['content-type']?.startsWith('multipart/')) openapi(response, body)
    else {
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify({ requestId: 'tcb-1', data: storage(JSON.parse(body.toString('utf8'))) }))
    }
  }

  function storage(asked: Record<string, never> & { action: string }): object {
    const { action, path, file_list = [], fileid_list = [] } = asked as unknown as StorageCall
    tcb.asked.push({ action, files: [...file_list.map(({ fileid }) => fileid), ...fileid_list] })
    if (action === 'storage.getUploadMetadata')
      return {
        url: `${address}/upload/${path}`,
        token: '',
        authorization: '',
        fileId: FILES + path,
        cosFileId: 'cos',
      }
    if (action === 'storage.batchDeleteFile')
      return {
        delete_list: fileid_list.map((fileID) => ({
          fileID,
          code: tcb.files.delete(fileID) ? 'SUCCESS' : NO,
        })),
      }
    return {
      download_list: file_list.map(({ fileid: fileID, max_age: maxAge }) =>
        tcb.files.has(fileID)
          ? { code: 'SUCCESS', fileID, maxAge, tempFileURL: fileID.replace(FILES, `${address}/file/`) }
          : { code: NO, fileID, maxAge, tempFileURL: '' },
      ),
    }
  }

  function openapi(response: ServerResponse, body: Buffer): void {
    const text = body.toString('latin1')
    const [, name = ''] = /name="apiName"\r\n\r\n(.*)\r\n/.exec(text) ?? []
    tcb.openapi.push({ name, body: body.toString('utf8') })
    const said = say(name, body.toString('utf8'))
    if ('silent' in said) response.destroy()
    else response.setHeader('content-type', 'application/octet-stream').end(protobufOf(said))
  }

  return tcb
}

const NO = 'STORAGE_FILE_NONEXIST'

interface StorageCall {
  action: string
  path?: string
  file_list?: { fileid: string; max_age: number }[]
  fileid_list?: string[]
}

/** CommOpenApiResp of wx-server-sdk: 1 the answer, 2 its content type, 3 an error of the way there. */
function protobufOf(said: Exclude<OpenApiSaid, { silent: true }>): Buffer {
  if ('errorCode' in said) return Buffer.from([0x18, ...varint(said.errorCode)])
  const [data, type] =
    'image' in said
      ? [said.image, 'image/jpeg']
      : [Buffer.from(JSON.stringify(said.json)), 'application/json']
  return Buffer.concat([field(0x0a, data), field(0x12, Buffer.from(type))])
}

const field = (tag: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([tag, ...varint(bytes.length)]), bytes])

function varint(value: number): number[] {
  const bytes: number[] = []
  let left = BigInt.asUintN(64, BigInt(value))
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128)
  return [...bytes, Number(left)]
}
