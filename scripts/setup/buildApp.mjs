import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from './findNode.mjs'
import { fingerprint } from './fingerprint.mjs'
import { inRepository } from './paths.mjs'
import { runCommand } from './runCommand.mjs'
import { SetupError } from './SetupError.mjs'

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} folder
 * @property {string[]} command
 * @property {string[]} inputs
 */

/** @type {Part[]} */
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

/** Returns the parts whose `dist` is missing or was built from other sources. */
export const findStaleParts = () => PARTS.filter((part) => readStamp(part) !== fingerprintOf(part))

/** @param {Part[]} parts */
export const buildParts = (parts) => Promise.all(parts.map(buildPart))

/**
 * The stamp is written last, so an interrupted build counts as stale.
 *
 * @param {Part} part
 */
async function buildPart(part) {
  rmSync(stampFile(part), { force: true })
  const built = fingerprintOf(part)
  const { code, output } = await runCommand(findNode(), part.command, {
    cwd: part.folder,
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) {
    throw new SetupError(
      `Building ${part.name} failed:\n${output}`,
      "If you haven't changed the code, delete node_modules and try again. Otherwise fix the errors above.",
    )
  }
  writeFileSync(stampFile(part), built)
}

/** @param {Part} part */
const stampFile = (part) => join(part.folder, 'dist', '.built-from')

/** @param {Part} part */
const readStamp = (part) => (existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : undefined)

/** @param {Part} part */
const fingerprintOf = (part) => fingerprint(part.inputs.map((path) => inRepository(path)))
