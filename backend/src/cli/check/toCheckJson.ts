import { statusFields, summaryFields } from '../../gamebooks/checks/describeReport.ts'
import { VERSION } from '../../version.ts'
import type { CheckedFile } from './checkFile.ts'

/** Keys may be added to this version; a change of their meaning raises it. */
const JSON_VERSION = 1

/** The documented output of `check --json`. */
export function toCheckJson(checked: readonly CheckedFile[]) {
  return { version: JSON_VERSION, tool: `LLM Gamebook ${VERSION}`, gamebooks: checked.map(toGamebookJson) }
}

function toGamebookJson({ given, file, hash, diagnostics, findings, explored, summary }: CheckedFile) {
  return {
    folder: given,
    file,
    hash,
    diagnostics,
    findings: findings.map((finding) => ({ ...finding, ...statusFields(finding) })),
    explored,
    summary: summary && summaryFields(summary, [...diagnostics, ...findings]),
  }
}
