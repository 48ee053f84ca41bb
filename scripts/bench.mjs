import { inRepository } from './setup/paths.mjs'
import { runPrograms } from './setup/runPrograms.mjs'
import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'

await runScript(async () => {
  await setUp()
  await runPrograms([{ args: [inRepository('bench', 'run.ts'), ...process.argv.slice(2)] }])
})
