import { spawn } from 'node:child_process'
import { findNode } from './setup/findNode.mjs'
import { inRepository } from './setup/paths.mjs'
import { reportFailure } from './setup/reportFailure.mjs'
import { setUp } from './setup/setUp.mjs'
import { stopWithParent } from './setup/stopWithParent.mjs'

/** The server, restarted when its code changes, and the web app's own server, which passes /api on to it. */
const PROGRAMS = [
  { cwd: inRepository('backend'), args: ['--watch', '--watch-preserve-output', '--import', 'tsx', 'src/main.ts'] },
  { cwd: inRepository('frontend'), args: [inRepository('node_modules', 'vite', 'bin', 'vite.js')] },
]

try {
  stopWithParent()
  await setUp({ say: (line) => console.log(line), build: false })
  const children = PROGRAMS.map(({ cwd, args }) => spawn(findNode(), args, { cwd, stdio: 'inherit' }))
  const stopAll = () => children.forEach((child) => child.kill())
  process.on('SIGINT', stopAll).on('SIGTERM', stopAll)
  for (const child of children) child.on('exit', stopAll)
} catch (error) {
  reportFailure(error)
}
