import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findApp } from './app.ts'
import { serverEnvironment } from './gamebookServer.ts'

const KILLER = fileURLToPath(new URL('../../backend/tests/support/killItself.ts', import.meta.url))

export interface KillableServer {
  /** Settles with the address, or null if the process has ended before it was ready. */
  readonly ready: Promise<string | null>
  kill(): Promise<void>
}

/** Starts the built server, which kills itself before its n-th statement or rename if `killBefore` is a number. */
export function startKillable(dataFolder: string, killBefore: number | null = null): KillableServer {
  const flags = killBefore === null ? [] : ['--import', KILLER]
  const child = spawn(process.execPath, [...flags, ...findApp().command], {
    env: { ...process.env, ...serverEnvironment(dataFolder, 0), LOG_LEVEL: 'silent', KILL_BEFORE: String(killBefore) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const killChild = (): unknown => child.kill('SIGKILL')
  process.once('exit', killChild)
  const ready = new Promise<string | null>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
    void ended.then(() => resolve(null))
  })
  const kill = async (): Promise<void> => {
    process.off('exit', killChild)
    child.kill('SIGKILL')
    await ended
  }
  return { ready, kill }
}
