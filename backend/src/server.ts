import module from 'node:module'
import { join } from 'node:path'
import v8 from 'node:v8'

const OLDEST_NODE = [22, 13] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `LLM Gamebook needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Start it with `npm start`, which installs its own.',
  )
  process.exit(1)
}

// Most of what the start allocates is needed only once, so a young generation that doesn't grow saves memory.
v8.setFlagsFromString('--semi-space-growth-factor=1')
module.enableCompileCache(join(import.meta.dirname, '..', 'dist', '.compile-cache'))
await import('./main.ts')
v8.setFlagsFromString('--semi-space-growth-factor=2')
