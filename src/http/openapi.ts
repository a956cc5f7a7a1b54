import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { Operation } from '#contracts/operation'
import { OPERATION_NAMES, type OperationName, operations } from '#contracts/operations'
import { refusalsOf } from '#contracts/refused'
import { REFUSALS, type Refusal } from '#core/refusals'
import { statusOf } from './answers'

/** The contract as OpenAPI 3.1, generated from the very schemas that check each call. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: '楼栋议事 Loudong',
    version: '1',
    description: 'Every operation is a POST of its input and answers one envelope, also when it says no.',
  },
  servers: [{ url: '/' }],
  security: [{}, { bearer: [] }],
  paths: {
    ...Object.fromEntries(OPERATION_NAMES.map((name) => [`/rpc/${name}`, call(name, operations[name])])),
    '/photos': upload,
    '/photos/{id}': photo,
    '/healthz': health,
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    parameters: { IdempotencyKey: idempotencyKey },
    schemas: { Refused: refused },
  },
})

const call = (name: OperationName, operation: Operation) => ({
  post: {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: operation.summary,
    ...(operation.kind === 'command' && { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] }),
    requestBody: { required: true, content: json(schemaOf(operation.input)) },
    responses: responses(schemaOf(operation.output), refusalsOf(name)),
  },
})

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Chosen once for each intent; a repeat with the same key and input gets the same answer.',
  schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
}

const refused = {
  type: 'object',
  required: ['ok', 'error'],
  properties: {
    ok: { const: false },
    error: {
      type: 'object',
      required: ['code', 'requestId'],
      properties: {
        code: { enum: [...REFUSALS] },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'problem'],
            properties: {
              path: { type: 'string' },
              problem: { type: 'string' },
              limit: { type: 'number' },
            },
          },
        },
        requestId: { type: 'string' },
      },
    },
  },
}

const json = (schema: object) => ({ 'application/json': { schema } })

const success = (data: object) => ({
  type: 'object',
  required: ['ok', 'data'],
  properties: { ok: { const: true }, data },
})

/** One answer for each status a refusal can have, with the words that come under it. */
const responses = (data: object, refusals: Refusal[]) => ({
  200: { description: 'Carried out.', content: json(success(data)) },
  ...Object.fromEntries(
    [...new Set(refusals.map(statusOf))].map((status) => [
      status,
      {
        description: refusals.filter((code) => statusOf(code) === status).join(', '),
        content: json({ $ref: '#/components/schemas/Refused' }),
      },
    ]),
  ),
})

const uploaded = {
  type: 'object',
  required: ['id', 'url', 'width', 'height'],
  properties: {
    id: { type: 'string' },
    url: { type: 'string' },
    width: { type: 'integer' },
    height: { type: 'integer' },
  },
}

const UPLOAD_REFUSALS: Refusal[] = [
  'VALIDATION',
  'NOT_AUTHENTICATED',
  'NOT_FOUND',
  'PHOTO_REFUSED',
  'PHOTO_TOO_LARGE',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
]

const upload = {
  post: {
    operationId: 'photos.upload',
    tags: ['photos'],
    summary: '上传一张照片',
    description: 'JPEG, PNG, WebP or AVIF, at most 10 MB. The same id again gives the same photo.',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['id', 'file'],
            properties: { id: { type: 'string', maxLength: 64 }, file: { type: 'string', format: 'binary' } },
          },
        },
      },
    },
    responses: responses(uploaded, UPLOAD_REFUSALS),
  },
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const inQuery = (name: string) => ({ name, in: 'query', required: true, schema: { type: 'string' } })

const photo = {
  get: {
    operationId: 'photos.show',
    tags: ['photos'],
    summary: '看照片：地址由系统签名，一两小时后失效',
    parameters: [inPath('id'), inQuery('until'), inQuery('sig')],
    responses: {
      200: {
        description: 'The picture.',
        content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } },
      },
      404: {
        description: 'Not an address of ours, or no longer.',
        content: json({ $ref: '#/components/schemas/Refused' }),
      },
    },
  },
}

const state = {
  type: 'object',
  required: ['database'],
  properties: { database: { enum: ['ok', 'unavailable'] } },
}

const health = {
  get: {
    operationId: 'healthz',
    tags: ['operating'],
    summary: '数据库能不能用',
    responses: {
      200: { description: 'The database answers.', content: json(state) },
      503: { description: 'It does not.', content: json(state) },
    },
  },
}

/** Checks that JSON Schema cannot express (trimming) are left out; they only widen what the document allows. */
function schemaOf(schema: GenericSchema): object {
  const { $schema, ...plain } = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' })
  return plain
}
