import { createInterface } from 'node:readline'

/** What a command reads from and writes to. */
export interface Terminal {
  /** Writes a result, which may be piped. */
  readonly write: (text: string) => void
  /** Writes why there is no result. It is never piped with a result. */
  readonly writeError: (text: string) => void
  /** Shows progress to a person. */
  readonly status: (text: string) => void
  /** Whether a person sees the progress. */
  readonly isWatched: boolean
  readonly lines: () => AsyncIterable<string>
  /** The folder to which relative paths refer. */
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  /** A signal that is aborted by Ctrl+C. A command that asks for it is no longer ended by Ctrl+C. */
  readonly interrupt: () => AbortSignal
}

export function processTerminal(): Terminal {
  const isWatched = process.stderr.isTTY
  return {
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    status(text) {
      if (isWatched) process.stderr.write(text)
    },
    isWatched,
    lines: () => createInterface({ input: process.stdin }),
    // npm runs its scripts in the repository, wherever it was called.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    environment: process.env,
    interrupt() {
      const interrupted = new AbortController()
      process.on('SIGINT', () => interrupted.abort(new Error('Canceled.')))
      return interrupted.signal
    },
  }
}
