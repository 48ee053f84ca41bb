import { createInterface } from 'node:readline'

/** What a command writes to and reads from. */
export interface Terminal {
  /** Results, to be read or piped on. */
  readonly write: (text: string) => void
  /** What goes on meanwhile; nothing where nobody looks. */
  readonly status: (text: string) => void
  /** Whether a person looks at the status. */
  readonly isWatched: boolean
  readonly lines: () => AsyncIterable<string>
  /** Where relative paths begin. */
  readonly folder: string
}

export function processTerminal(): Terminal {
  const isWatched = process.stderr.isTTY
  return {
    write: (text) => void process.stdout.write(text),
    status(text) {
      if (isWatched) process.stderr.write(text)
    },
    isWatched,
    lines: () => createInterface({ input: process.stdin }),
    // npm runs its scripts in the repository, wherever it was called.
    folder: process.env['INIT_CWD'] ?? process.cwd(),
  }
}
