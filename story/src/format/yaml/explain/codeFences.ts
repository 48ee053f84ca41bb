import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import type { SourceLine } from './sourceLines.ts'

/** Reports the lines that mark a code block in Markdown, as chats and wikis write it. False if there are none. */
export function reportCodeFences(lines: readonly SourceLine[], reporter: Reporter): boolean {
  const fences = lines.filter(({ text }) => FENCE.test(text))
  const [first, next] = fences
  if (first === undefined) return false
  const hint =
    next === undefined
      ? 'Remove this line, and all text that does not belong to the gamebook.'
      : `Remove this line and line ${next.index + 1}, and all text above and below them.`
  report(
    { reporter, offset: first.start, path: null },
    'yaml-syntax',
    `This line (${first.text.slice(0, 3)}) marks a Markdown code block, which does not belong to the gamebook.`,
    hint,
  )
  return true
}

const FENCE = /^(?:`{3,}|~{3,})[a-z]* *$/
