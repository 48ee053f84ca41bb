import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const PROGRAM = join(import.meta.dirname, 'lockHolder.ts')

/** Locks a database file from another process, until the returned function is called or the test ends. */
export async function lockDatabase(file: string, statement = 'begin immediate'): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [PROGRAM, file, statement], {
    env: { NODE_NO_WARNINGS: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await ended
  }
}
