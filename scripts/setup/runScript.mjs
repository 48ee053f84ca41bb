import { Interruption } from './Interruption.mjs'
import { SetupError } from './SetupError.mjs'
import { stopWithParent } from './stopWithParent.mjs'

const OLDEST_MAJOR = 20

/**
 * Runs a command of package.json. An expected failure ends it with a message and a hint, an unexpected one with a stack.
 *
 * @param {() => Promise<void>} main
 * @param {{ failure?: number }} [statuses] The exit status of a failure.
 */
export async function runScript(main, { failure = 1 } = {}) {
  try {
    requireNode()
    stopWithParent()
    await main()
  } catch (error) {
    if (error instanceof Interruption) endBySignal(error.signal)
    else {
      reportFailure(error)
      process.exit(failure)
    }
  }
}

/** @param {NodeJS.Signals} signal */
function endBySignal(signal) {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

function requireNode() {
  const version = process.versions.node
  if (Number.parseInt(version) >= OLDEST_MAJOR) return
  throw new SetupError(
    `This is Node ${version}; LLM Gamebook needs ${OLDEST_MAJOR} or newer.`,
    'Install a current Node from https://nodejs.org, then run the same command again.',
  )
}

/** @param {unknown} error */
function reportFailure(error) {
  const failure = toSetupError(error)
  console.error(failure ? `\n${failure.message}\n→ ${failure.hint}` : error)
}

/** @param {unknown} error */
function toSetupError(error) {
  if (error instanceof SetupError) return error
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'ENOSPC') {
    return new SetupError('The disk is full.', 'Free about 1 GB, then run the same command again.')
  }
  if (error.code === 'EACCES' || error.code === 'EROFS') {
    return new SetupError(error.message, 'Make this folder writable, then run the same command again.')
  }
  return undefined
}
