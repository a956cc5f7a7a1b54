// npm test: installs and builds what is missing, then runs every test, those in the browser included.
import { spawn } from 'node:child_process'
import { buildPages, checkNode, installPackages } from './steps.mjs'

checkNode()
await installPackages()
await buildPages()

const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
jest.once('exit', (code) => process.exit(code ?? 1))
