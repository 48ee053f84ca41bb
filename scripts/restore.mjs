import { inRepository } from './setup/paths.mjs'
import { runPrograms } from './setup/runPrograms.mjs'
import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'

const RESTORE = inRepository('backend', 'src', 'cli', 'restore', 'main.ts')

await runScript(async () => {
  await setUp({ build: false })
  await runPrograms([{ args: [RESTORE, ...process.argv.slice(2)], env: { NODE_NO_WARNINGS: '1' } }])
})
