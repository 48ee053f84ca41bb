import { existsSync } from 'node:fs'
import { inRepository } from './paths.mjs'
import { SetupError } from './SetupError.mjs'

/** The oldest Node on which server, tests and tools all run. */
const OLDEST = { major: 22, minor: 22 }

/** Returns the Node of this process if it is new enough, otherwise the one installed with the dependencies. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const bundled = inRepository('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(bundled)) return bundled
  throw new SetupError(
    `This is Node ${process.versions.node}, and the bundled newer Node is missing.`,
    `Install Node ${OLDEST.major}.${OLDEST.minor} or newer (https://nodejs.org), or delete node_modules and try again.`,
  )
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)
}
