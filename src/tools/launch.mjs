// npm start: installs and builds what is missing or out of date, then starts the server in this same process.
import { buildPages, checkNode, installPackages } from './steps.mjs'

checkNode()
await installPackages()
await buildPages()

const { require } = await import('tsx/cjs/api')
require('./start.ts', import.meta.url)
