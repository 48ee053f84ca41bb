import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import type { SourceLine } from './sourceLines.ts'

/** Reports the lines that a version control program has left around two versions. False if there are none. */
export function reportConflictMarkers(lines: readonly SourceLine[], reporter: Reporter): boolean {
  const markers = lines.filter(({ text }) => MARKER.test(text)).slice(0, MOST)
  if (!markers.some(({ text }) => !text.startsWith('='))) return false
  for (const { start, text } of markers) {
    report(
      { reporter, offset: start, path: null },
      'yaml-syntax',
      `This line is a merge conflict marker (${text.slice(0, 7)}), left by a version control program such as Git.`,
      'Keep one of the two versions between "<<<<<<<" and ">>>>>>>", and remove the marker lines.',
    )
  }
  return true
}

const MARKER = /^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/
const MOST = 30
