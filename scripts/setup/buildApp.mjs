import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from './findNode.mjs'
import { fingerprint } from './fingerprint.mjs'
import { inRepository } from './paths.mjs'
import { runCommand } from './runCommand.mjs'
import { SetupError } from './SetupError.mjs'

const PARTS = [
  {
    name: 'the server',
    folder: inRepository('backend'),
    command: ['build.mjs'],
    inputs: ['backend/src', 'backend/build.mjs', 'backend/package.json', 'story/src', 'package-lock.json'],
  },
  {
    name: 'the web app',
    folder: inRepository('frontend'),
    command: [inRepository('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    inputs: [
      'frontend/src',
      'frontend/build',
      'frontend/public',
      'frontend/index.html',
      'frontend/vite.config.ts',
      'frontend/package.json',
      'story/src',
      'package-lock.json',
    ],
  },
]

/** The parts whose `dist` is missing or was built from something else. */
export const findStaleParts = () => PARTS.filter((part) => readStamp(part) !== fingerprintOf(part))

export const buildParts = (parts) => Promise.all(parts.map(buildPart))

/** The stamp is written last: a build that was cut off is stale. */
async function buildPart(part) {
  rmSync(stampFile(part), { force: true })
  const built = fingerprintOf(part)
  const { code, output } = await runCommand(findNode(), part.command, {
    cwd: part.folder,
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) {
    throw new SetupError(
      'build-failed',
      `Building ${part.name} failed:\n${output}`,
      'If the code is not yours, delete node_modules and try again; else mend what is named above.',
    )
  }
  writeFileSync(stampFile(part), built)
}

const stampFile = (part) => join(part.folder, 'dist', '.built-from')

const readStamp = (part) => (existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : undefined)

const fingerprintOf = (part) => fingerprint(part.inputs.map((path) => inRepository(path)))
