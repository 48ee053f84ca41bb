import type { Diagnostic } from './diagnostic.ts'
import { severityByCode, type DiagnosticCode } from './diagnosticCodes.ts'

/** A finding about a file, a folder or an image as a whole: what only those who read the disk can know. */
export function fileDiagnostic(code: DiagnosticCode, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: severityByCode[code], file, line: 1, column: 1, path: '', message, hint, related: [] }
}
