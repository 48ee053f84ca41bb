import { relative } from 'node:path'
import { type CheckProgress, describeProgress, type Diagnostic } from '@llm-gamebook/story'

import type { CheckCache } from '../../gamebooks/checks/checkCache.ts'
import type { CheckLimits } from '../../gamebooks/checks/checkMessage.ts'
import type { CheckReport } from '../../gamebooks/checks/checkReport.ts'
import { runCheck, ThreadLimitError } from '../../gamebooks/checks/runCheck.ts'
import { GAMEBOOK_FILE } from '../../gamebooks/gamebookFile.ts'
import { CliError } from '../cliError.ts'
import { readGamebookAt } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import type { Terminal } from '../terminal.ts'

export interface CheckedFile extends CheckReport {
  /** As it was given: an id or a path. */
  readonly given: string
  /** The path of its file, relative to the terminal's folder. */
  readonly file: string
  readonly text: string
  /** The content hash of its text. */
  readonly hash: string
  readonly diagnostics: readonly Diagnostic[]
}

export interface CheckFileOptions {
  readonly limits: CheckLimits
  /** Null to check again and keep nothing. */
  readonly cache: CheckCache | null
  readonly signal: AbortSignal
}

/** Checks one gamebook and shows the progress. Throws the reason of the signal. */
export async function checkFile(given: string, options: CheckFileOptions, terminal: Terminal): Promise<CheckedFile> {
  const entry = await readGamebookAt(given, terminal)
  const file = relative(terminal.folder, entry.file)
  const { text, version: hash, gamebook } = entry
  const diagnostics = entry.diagnostics.map((diagnostic) => withFile(diagnostic, file))
  const report =
    gamebook === null ? { findings: [], explored: null, summary: null } : await check(entry, given, options, terminal)
  const findings = report.findings.map((finding) => withFile(finding, file))
  return { ...report, given, file, text, hash, diagnostics, findings }
}

async function check(
  { text, version }: { readonly text: string; readonly version: string },
  given: string,
  { limits, cache, signal }: CheckFileOptions,
  terminal: Terminal,
): Promise<CheckReport> {
  const known = await cache?.find(version, limits)
  if (known != null) return known
  const progress = createProgress(terminal)
  const onProgress = (reached: CheckProgress): void => progress.showLine(`${given}: ${describeProgress(reached)}`)
  const report = await runCheck({ text, limits, maxMemoryMb: null, onProgress, signal, isBackground: false })
    .catch((error: unknown) => {
      if (!(error instanceof ThreadLimitError)) throw error
      throw new CliError(`"${given}" needs too much memory or time.`, 'Lower the limit: --max-states 1000.')
    })
    .finally(progress.clear)
  await cache?.save(version, limits, report)
  return report
}

/** Of several files, the gamebook's own one is named by its path. */
function withFile<Located extends { readonly file: string }>(located: Located, file: string): Located {
  return located.file === GAMEBOOK_FILE ? { ...located, file } : located
}
