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

export function reportTooMany(offset: number, reporter: Reporter): void {
  report(
    { reporter, offset, path: null },
    'limit',
    `The file has more than ${limits.scalars} keys and values.`,
    'Remove what the story does not need.',
  )
}
