import { existsSync } from 'node:fs'
import { inRepository } from './paths.mjs'
import { SetupError } from './SetupError.mjs'

const OLDEST = [22, 13]

/** A Node that can run the server: this one if it is new enough, else the one among the dependencies. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  const bundled = inRepository('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(bundled)) return bundled
  throw new SetupError(
    'node-too-old',
    `This is Node ${process.versions.node}, and the newer one among the dependencies is not there.`,
    `Install Node ${OLDEST.join('.')} or newer (https://nodejs.org), or delete node_modules and try again.`,
  )
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}
