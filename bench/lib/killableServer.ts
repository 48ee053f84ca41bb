import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findApp } from './app.ts'
import { serverEnvironment } from './gamebookServer.ts'

const KILLER = fileURLToPath(new URL('../../backend/tests/support/killItself.ts', import.meta.url))
const DISTURBER = fileURLToPath(new URL('../../backend/tests/support/writer/disturb.ts', import.meta.url))

export interface KillableServer {
  /** Settles with the address, or null if the process has ended before it was ready. */
  readonly ready: Promise<string | null>
  kill(): Promise<void>
}

export interface KillableSettings {
  /** The server kills itself before its n-th statement or rename. */
  readonly killBefore?: number
  /** The thread that writes ends instead of making its n-th commit, and so does each thread that replaces it. */
  readonly endWriterAt?: number
  readonly env?: NodeJS.ProcessEnv
}

/** Starts the built server. */
export function startKillable(
  dataFolder: string,
  { killBefore, endWriterAt, env }: KillableSettings = {},
): KillableServer {
  const flags = [
    ...(killBefore === undefined ? [] : ['--import', KILLER]),
    ...(endWriterAt === undefined ? [] : ['--import', DISTURBER]),
  ]
  const faults = { KILL_BEFORE: String(killBefore), END_WRITER_AT: String(endWriterAt), ...env }
  const child = spawn(process.execPath, [...flags, ...findApp().command], {
    env: { ...process.env, ...serverEnvironment(dataFolder, 0), LOG_LEVEL: 'silent', ...faults },
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
