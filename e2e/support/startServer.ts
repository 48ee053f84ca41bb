import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../backend/dist/server.mjs', import.meta.url))

export interface Server {
  readonly address: string
  readonly dataFolder: string
  /** Ends the server with SIGKILL, like a power failure. */
  kill(): Promise<void>
  /** Starts again at the same address, with the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Starts the built server with its own data folder. */
export async function startServer(): Promise<Server> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'llm-gamebook-'))
  let running = await launch(dataFolder, '0')
  const { address } = running
  return {
    address,
    dataFolder,
    kill: () => running.end('SIGKILL'),
    async restart() {
      running = await launch(dataFolder, new URL(address).port)
    },
    async close() {
      await running.end('SIGKILL')
      await rm(dataFolder, { recursive: true })
    },
  }
}

interface Running {
  readonly address: string
  end(signal: NodeJS.Signals): Promise<void>
}

async function launch(dataFolder: string, port: string): Promise<Running> {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LLM_GAMEBOOK_DATA_DIR: dataFolder,
      LLM_GAMEBOOK_PORT: port,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) continue
    return {
      address,
      async end(signal) {
        child.kill(signal)
        await ended
      },
    }
  }
  throw new Error('The server ended before it printed its address.')
}
