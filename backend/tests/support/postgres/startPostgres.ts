import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface PostgresServer {
  /** Its address without the name of a database. */
  readonly url: string
  /** Stops the server and keeps its data. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Ends the server and removes its data. */
  close(): Promise<void>
}

const SUPERVISOR = join(import.meta.dirname, 'supervisor.ts')

/** Starts a PostgreSQL server of its own. It ends with this process, even if that is killed. */
export async function startPostgres(): Promise<PostgresServer> {
  const child = spawn(process.execPath, [SUPERVISOR], {
    // Signals to the group of this process end the server through its input, after which its folder is removed.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<string> => {
    const { done, value } = await lines.next()
    if (done === true) throw new Error('PostgreSQL ended.')
    return value
  }
  const send = async (command: string): Promise<void> => {
    child.stdin.write(`${command}\n`)
    await nextLine()
  }
  return {
    url: await nextLine(),
    stop: () => send('stop'),
    start: () => send('start'),
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
