import { inRepository } from './paths.mjs'
import { readJson } from './readJson.mjs'
import { runCommand } from './runCommand.mjs'
import { SetupError } from './SetupError.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: true, devOptional?: true, peer?: true }} LockedPackage */

/** Compares package-lock.json with the lock file in which npm records what it has installed. */
export function areDependenciesInstalled() {
  const installed = readPackages(inRepository('node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = readPackages(inRepository('package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, locked]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const found = installed[path]
    return found ? found.version === locked.version && found.integrity === locked.integrity : isOptional(locked)
  })
}

/** npm's own waiting times make an offline machine seem to hang for more than a minute. */
const SHORT_RETRIES = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

export async function installDependencies() {
  const npm = findNpm()
  const args = [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error', ...SHORT_RETRIES]
  const { code, output } = await runCommand(npm.command, args, { shell: npm.shell })
  if (code === 0) return
  throw new SetupError(
    `The dependencies could not be installed:\n${output}`,
    'Fix what npm reports above, then run the same command again.',
  )
}

/** @param {string} file */
function readPackages(file) {
  try {
    const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (readJson(file))
    return lock.packages
  } catch {
    return undefined
  }
}

/**
 * npm leaves out optional packages that the platform can't use.
 *
 * @param {LockedPackage} locked
 */
const isOptional = ({ optional, devOptional, peer }) => Boolean(optional ?? devOptional ?? peer)

/** Returns the npm that runs this script, otherwise the one on the PATH. */
function findNpm() {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  if (npm?.endsWith('.js')) return { command: node, args: [npm], shell: false }
  if (process.platform === 'win32') return { command: 'npm.cmd', args: [], shell: true }
  return { command: 'npm', args: [], shell: false }
}
