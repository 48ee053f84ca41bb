import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface ServerProcess {
  readonly child: ChildProcess
  /** Settles with the address when the server says that it is ready. */
  readonly ready: Promise<string>
  /** Settles with the exit code and all that was printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly errors: string }>
}

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** The server as a process of its own, with these settings and no others. Ended after the test. */
export function startServerProcess(settings: NodeJS.ProcessEnv, args: readonly string[] = []): ServerProcess {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, NODE_NO_WARNINGS: '1', ...settings }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let errors = ''
  const { promise: ready, resolve } = Promise.withResolvers<string>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    const address = /ready at (\S+)\n/.exec(out)?.[1]
    if (address !== undefined) resolve(address)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return { child, ready, ended: once(child, 'close').then(() => ({ code: child.exitCode, out, errors })) }
}
