import { COMPILE_CACHE } from './setup/compileCache.mjs'
import { inRepository } from './setup/paths.mjs'
import { runPrograms } from './setup/runPrograms.mjs'
import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'

const COMMAND_LINE = inRepository('backend', 'src', 'cli', 'main.ts')

/** As of a command that could not run: 1 says that a gamebook has errors. */
const NOT_RUN = 2

await runScript(
  async () => {
    await setUp({ build: false })
    await runPrograms([
      { args: [COMMAND_LINE, ...process.argv.slice(2)], env: { ...COMPILE_CACHE, NODE_NO_WARNINGS: '1' } },
    ])
  },
  { failure: NOT_RUN },
)
