import { BadEnvironment } from '#server/environment'
import { isUnavailable } from '#server/storage/database'
import { FolderInUse } from '#server/storage/folder-lock'
import { ChangedMigration } from '#server/storage/migrate'
import { NotReady } from '#server/system'

const TOLD = [BadEnvironment, FolderInUse, ChangedMigration, NotReady]

/** 28xxx: wrong name or password; 3D000: no such database. */
const LOCKED_OUT = /^(28...|3D000)$/

/** What keeps a program from starting, in one sentence; `null` when nobody foresaw it. */
export function sentenceFor(failure: unknown): string | null {
  if (TOLD.some((known) => failure instanceof known)) return (failure as Error).message
  const { code, port } = failure as { code?: string; port?: number }
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被别的程序占用，请先停止它，或用 PORT=8731 npm start 换一个端口。`
  }
  if (code === 'EACCES') return '没有权限使用这个端口或数据文件夹。'
  if (isUnavailable(failure) || LOCKED_OUT.test(code ?? '')) {
    return `连不上数据库，请检查 DATABASE_URL 和数据库服务是否已启动（${code ?? 'timeout'}）。`
  }
  return null
}

/** Says why and ends with code 1: a sentence for what a person can mend, the whole story for a surprise. */
export function failToStart(failure: unknown): never {
  console.error(`\n${sentenceFor(failure) ?? (failure as Error).stack ?? failure}\n`)
  process.exit(1)
}
