import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { OPERATION_NAMES, operations } from '../../src/contracts/operations'
import { openapi } from '../../src/http/openapi'

const document = openapi()
const paths = document.paths as unknown as Record<string, { post: Record<string, never> }>

test('the published contract is valid OpenAPI 3.1', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-openapi-'))
  const file = path.join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(document))
  const program = path.resolve('node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js')
  const said = JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' }))
  rmSync(folder, { recursive: true })
  expect(said).toEqual({ valid: true })
})

test('every operation is in it, and only commands ask for an idempotency key', () => {
  for (const name of OPERATION_NAMES) {
    const published = paths[`/rpc/${name}`]?.post
    expect(published).toMatchObject({ operationId: name, summary: operations[name].summary })
    expect('parameters' in (published ?? {})).toBe(operations[name].kind === 'command')
  }
})

test('each operation says which refusals it may answer with, and no others', () => {
  const said = JSON.stringify(paths['/rpc/concerns.reopen'])
  expect(said).toContain('REOPEN_LATE')
  expect(said).not.toContain('PHOTO_REQUIRED')
  expect(JSON.stringify(paths['/rpc/concerns.list'])).not.toContain('NOT_FOUND')
})

test('limits a client must keep are published', () => {
  const body = JSON.stringify(paths['/rpc/concerns.submit']?.post.requestBody)
  expect(body).toContain('"maxLength":1000')
  expect(body).toContain('"maxItems":9')
  expect(body).toContain('"additionalProperties":false')
})
