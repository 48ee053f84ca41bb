import type { Gamebook } from '../gamebook/gamebook.ts'
import type { GamebookFile } from './cursor/cursor.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { describeLookAlike, firstLookAlike, hintForLookAlike } from '../names/lookAlikes.ts'
import { report } from './diagnostics/reporter.ts'
import type { Misspelling, Reporter } from './diagnostics/sourceLocation.ts'
import type { SourceText } from './yaml/readSource.ts'

/** Reads a file in which some keys are read as others. */
type ReadAgain = (sourceText: SourceText, respelled: GamebookFile['respelled']) => Gamebook | null

/**
 * The findings about a file with errors as they are when its misspelled keys are read as what they probably mean.
 * A key counts as misspelled if errors vanish by that, and is then an error itself.
 * @param open opens the file again, with a new reporter
 */
export function withoutFollowUps(
  { text, reporter }: SourceText,
  open: () => SourceText,
  read: ReadAgain,
): readonly Diagnostic[] {
  const candidates = reporter.errorCount() === 0 ? [] : reporter.misspellings()
  let found: readonly Misspelling[] = []
  let diagnostics = reporter.diagnostics()
  for (const candidate of candidates.slice(0, Math.min(MOST_TRIED, MOST_CHARACTERS / text.length))) {
    const keys = [...found, candidate]
    const sourceText = open()
    for (const key of keys) reportMisspelling(key, sourceText.reporter)
    read(sourceText, new Map(keys.map(({ location, meant }) => [location.offset, meant])))
    const left = sourceText.reporter.diagnostics()
    if (!hasFewer(left, diagnostics)) continue
    found = keys
    diagnostics = left
  }
  return diagnostics
}

/** Each costs as much time as the whole file. */
const MOST_TRIED = 4
const MOST_CHARACTERS = 2_000_000

/** Whether some of the errors are gone. */
function hasFewer(left: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const kept = new Set(left.map(nameOf))
  return before.some((diagnostic) => diagnostic.severity === 'error' && !kept.has(nameOf(diagnostic)))
}

function nameOf({ line, column, code, message }: Diagnostic): string {
  return `${line}:${column} ${code} ${message}`
}

function reportMisspelling({ location, written, meant }: Misspelling, reporter: Reporter): void {
  const lookAlike = firstLookAlike(written)
  const [message, hint] =
    lookAlike === undefined
      ? [`There is a key "${written}" here, but no key "${meant}".`, `Did you mean "${meant}"?`]
      : [
          `The key "${written}" contains ${describeLookAlike(lookAlike)}, so there is no key "${meant}" here.`,
          hintForLookAlike(lookAlike),
        ]
  report({ ...location, reporter }, 'misspelled-key', message, hint)
}
