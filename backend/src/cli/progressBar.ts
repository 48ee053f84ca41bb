import { escapeControls } from '../escapeControls.ts'
import type { Terminal } from './terminal.ts'

const WIDTH = 30
const CLEAR_LINE = '\r\u001b[2K'

export interface Progress {
  /** `total` is null if it is not known. */
  readonly show: (done: number, total: number | null, what: string) => void
  readonly showLine: (line: string) => void
  readonly clear: () => void
}

/** Shows progress in one line that is rewritten, and removed at the end. */
export function createProgress({ status, isWatched }: Terminal): Progress {
  let shown = ''
  const write = (line: string): void => {
    if (!isWatched || line === shown) return
    shown = line
    status(line === '' ? CLEAR_LINE : `${CLEAR_LINE}${escapeControls(line)}`)
  }
  return {
    show: (done, total, what) =>
      write(total === null ? `${done} ${what} …` : `${bar(done / total)} ${done} of ${total} ${what}`),
    showLine: write,
    clear: () => write(''),
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH)
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`
}
