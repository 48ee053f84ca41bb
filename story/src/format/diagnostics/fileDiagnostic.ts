import type { Diagnostic } from './diagnostic.ts'
import { diagnosticCodes, type DiagnosticCode } from './diagnosticCodes.ts'

/** A finding about a file, a folder or an image as a whole: what only those who read the disk can know. */
export function fileDiagnostic(code: DiagnosticCode, file: string, message: string, hint: string): Diagnostic {
  return {
    code,
    severity: diagnosticCodes[code].severity,
    file,
    line: 1,
    column: 1,
    path: '',
    message,
    hint,
    related: [],
  }
}
