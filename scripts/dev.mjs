import { inRepository } from './setup/paths.mjs'
import { runPrograms } from './setup/runPrograms.mjs'
import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'

/** The server, restarted when its code changes, and Vite, which serves the web app and forwards /api to the server. */
const PROGRAMS = [
  { cwd: inRepository('backend'), args: ['--watch', '--watch-preserve-output', 'src/main.ts'] },
  { cwd: inRepository('frontend'), args: [inRepository('node_modules', 'vite', 'bin', 'vite.js')] },
]

await runScript(async () => {
  await setUp({ build: false })
  await runPrograms(PROGRAMS)
})
