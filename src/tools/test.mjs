// npm test: installs and builds what is missing, then runs every check and every test, those in the browser included.
// With words behind it (npm test -- tests/core) it runs those tests alone.
import { spawn } from 'node:child_process'
import { buildApp, checkNode, installPackages } from './steps.mjs'

checkNode()
await installPackages()
await buildApp('h5')
await buildApp('weapp')
await buildApp('weapp-cloud')

const chosen = process.argv.slice(2)
const words = chosen.length > 0 ? ['exec', '--', 'jest', ...chosen] : ['run', 'check']
const checking = spawn('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' })
checking.once('exit', (code) => process.exit(code ?? 1))
