import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { inRepository } from './paths.mjs'

const LOCK = inRepository('.cache', 'setup.lock')
const ASK_AGAIN_MS = 200
const UNNAMED_LOCK_LIVES_MS = 5000

/** Sets up one at a time, even when two are started at once. A lock whose process has died is taken over. */
export async function withLock(onWait, work) {
  mkdirSync(inRepository('.cache'), { recursive: true })
  for (let tries = 0; !takeLock(); tries += 1) {
    if (tries === 0) onWait()
    removeDeadLock()
    await setTimeout(ASK_AGAIN_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function removeDeadLock() {
  const stats = statSync(LOCK, { throwIfNoEntry: false })
  if (!stats) return
  const pid = Number(readFileSync(LOCK, 'utf8'))
  const isDead = pid > 0 ? !isAlive(pid) : Date.now() - stats.mtimeMs > UNNAMED_LOCK_LIVES_MS
  if (isDead) rmSync(LOCK, { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
