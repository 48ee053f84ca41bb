import { readFileSync } from 'node:fs'
import { inRepository } from './paths.mjs'
import { runCommand } from './runCommand.mjs'
import { SetupError } from './SetupError.mjs'

/** Whether node_modules holds what package-lock.json asks for; npm notes what it installed in a lock file of its own. */
export function areDependenciesInstalled() {
  const installed = readPackages(inRepository('node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = readPackages(inRepository('package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, pack]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const found = installed[path]
    return found ? found.version === pack.version && found.integrity === pack.integrity : isDispensable(pack)
  })
}

/** Two more tries, seconds apart: npm's own waits let an offline machine seem to hang for more than a minute. */
const IMPATIENT = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

export async function installDependencies() {
  const [command, args, options] = npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...IMPATIENT])
  const { code, output } = await runCommand(command, args, options)
  if (code !== 0) throw explainFailure(output)
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Left out by npm where the platform has no use for it. */
const isDispensable = (pack) => Boolean(pack.optional ?? pack.devOptional ?? pack.peer)

/** The npm that runs us, else the one on the PATH. */
function npmCommand(args) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  if (npm?.endsWith('.js')) return [node ?? process.execPath, [npm, ...args], {}]
  return process.platform === 'win32' ? ['npm.cmd', args, { shell: true }] : ['npm', args, {}]
}

const KNOWN_FAILURES = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    code: 'npm-offline',
    hint: 'Check the network connection (and the proxy, if there is one), then run the same command again.',
  },
  { pattern: /ENOSPC/, code: 'disk-full', hint: 'Free about 1 GB of disk space, then run the same command again.' },
  {
    pattern: /EACCES|EPERM|EROFS/,
    code: 'not-writable',
    hint: 'Make this folder writable for you, then run the same command again.',
  },
]

/** Without the stack of npm itself. */
const shorten = (output) =>
  output
    .split('\n')
    .filter((line) => /^npm error \S/.test(line) && !line.includes('A complete log'))
    .slice(0, 6)
    .join('\n')

function explainFailure(output) {
  const known = KNOWN_FAILURES.find(({ pattern }) => pattern.test(output))
  return new SetupError(
    known?.code ?? 'npm-failed',
    `npm could not install the dependencies. It said:\n${shorten(output)}`,
    known?.hint ?? 'Run `npm ci` to see all that npm says.',
  )
}
