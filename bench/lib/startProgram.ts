import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { atExit } from './atExit.ts'
import { createLoopProbe, type LoopProbe, PROBE_FLAGS } from './loopProbe.ts'
import { createTemporaryFolder } from './temporaryFolder.ts'

export interface Program {
  readonly url: string
  readonly pid: number
  readonly probe: LoopProbe
  readonly stop: () => Promise<void>
}

const SHOWN_LOG_LINES = 20

/** Starts a server and waits for the line with its address. Its log goes to a file, like that of a real server. */
export async function startProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const folder = createTemporaryFolder()
  const log = join(folder.path, 'log')
  const logFile = openSync(log, 'w')
  const child = spawn(process.execPath, [...PROBE_FLAGS, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', logFile, 'ipc'],
  })
  closeSync(logFile)
  const ended = once(child, 'exit')
  const takeBackKill = atExit(() => child.kill())

  const address = Promise.withResolvers<string>()
  const onEarlyEnd = (): void => {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-SHOWN_LOG_LINES)
    address.reject(new Error([`${args.join(' ')} ended before it printed its address.`, ...lines].join('\n')))
  }
  child.once('exit', onEarlyEnd)
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (found) address.resolve(found)
    })
  }
  const url = await address.promise
  child.off('exit', onEarlyEnd)
  const stop = async (): Promise<void> => {
    takeBackKill()
    child.kill()
    await ended
    folder.remove()
  }
  return { url, pid: child.pid ?? 0, probe: createLoopProbe(child), stop }
}
