import { limits } from '../diagnostics/limits.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Reporter } from '../diagnostics/sourceLocation.ts'

export function reportTooDeep(offset: number, reporter: Reporter): void {
  report(
    { reporter, offset, path: null },
    'too-deep',
    `Nested more than ${limits.depth} levels deep.`,
    'Reduce the nesting.',
  )
}
