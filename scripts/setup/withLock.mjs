import { mkdirSync, rmSync, statSync, utimes } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inRepository } from './paths.mjs'

const LOCK = inRepository('.cache', 'setup.lock')
const RETRY_MS = 200
const REFRESH_MS = 500
const DEAD_AFTER_MS = 5000

/**
 * Runs `work` in one process at a time. The process that holds the lock refreshes its time, and a lock that is no longer
 * refreshed is taken over.
 *
 * @template T
 * @param {() => void} onWait
 * @param {() => Promise<T>} work
 */
export async function withLock(onWait, work) {
  mkdirSync(inRepository('.cache'), { recursive: true })
  for (let tries = 0; !takeLock(); tries += 1) {
    if (tries === 0) onWait()
    removeDeadLock()
    await setTimeout(RETRY_MS)
  }
  const refreshing = setInterval(refreshLock, REFRESH_MS)
  try {
    return await work()
  } finally {
    clearInterval(refreshing)
    removeLock()
  }
}

function takeLock() {
  try {
    mkdirSync(LOCK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock that was deleted by hand is not an error. */
function refreshLock() {
  const now = new Date()
  utimes(LOCK, now, now, () => {})
}

function removeDeadLock() {
  const stats = statSync(LOCK, { throwIfNoEntry: false })
  if (stats && Date.now() - stats.mtimeMs > DEAD_AFTER_MS) removeLock()
}

const removeLock = () => rmSync(LOCK, { recursive: true, force: true })
