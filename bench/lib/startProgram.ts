import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Program {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts a server and waits for the line with its address. */
export async function startProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Program> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const killChild = (): unknown => child.kill()
  process.once('exit', killChild)

  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended before it printed its address.`)))
  })
  const stop = async (): Promise<void> => {
    process.off('exit', killChild)
    child.kill()
    await ended
  }
  return { url, pid: child.pid ?? 0, stop }
}
