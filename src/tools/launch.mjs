// npm start: installs and builds what is missing or out of date, then starts the server in this same process.
import { buildApp, checkNode, installPackages } from './steps.mjs'

checkNode()
await installPackages()
await buildApp('h5')

// tsx reads TypeScript from here on, as `node --import tsx` would.
await import('tsx')
await import('./start.ts')
