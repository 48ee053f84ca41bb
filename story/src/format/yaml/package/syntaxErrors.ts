import type { Document, ErrorCode } from 'yaml'
import { limits } from '../../diagnostics/limits.ts'
import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import { pathAt } from './pathAt.ts'

/** Reports what is wrong with the syntax, the first error of each line: later ones mostly follow from it. */
export function reportSyntaxErrors(document: Document.Parsed, reporter: Reporter): boolean {
  const errors = document.errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
  const lines = new Set<number>()
  for (const { code, pos, message } of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const offset = Math.max(0, pos[0])
    const { line } = reporter.positionAt(offset)
    if (lines.has(line) || lines.size >= limits.diagnostics) continue
    lines.add(line)
    const path = pathAt(document.contents, offset)
    report({ reporter, offset, path }, 'yaml-syntax', `This is not YAML: ${message}.`, hints[code] ?? DEFAULT_HINT)
  }
  return errors.length > 0
}

const DEFAULT_HINT = 'Compare this line and the lines above it with the examples of the gamebook format.'
const QUOTES = 'Put text in quotes if it contains ": " or starts with a special character.'
const INDENTATION = 'Indent with spaces: the keys of one mapping equally, and their contents further.'

const hints: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'Write the alias alone.',
  BAD_ALIAS: 'Give the anchor or alias a name.',
  BAD_DQ_ESCAPE: String.raw`Write a backslash twice ("\\"), or use single quotes.`,
  BAD_INDENT: INDENTATION,
  BAD_SCALAR_START: QUOTES,
  BLOCK_AS_IMPLICIT_KEY: QUOTES,
  BLOCK_IN_FLOW: 'Inside brackets and braces write lists as [a, b] and mappings as {a: 1}.',
  KEY_OVER_1024_CHARS: QUOTES,
  MISSING_CHAR: 'Close every quote, bracket and brace, and put ": " after every key.',
  MULTILINE_IMPLICIT_KEY: 'Put ": " after the key, and indent the other lines of the text under its first.',
  MULTIPLE_ANCHORS: 'Keep one anchor.',
  MULTIPLE_TAGS: 'Remove the tags.',
  TAB_AS_INDENT: INDENTATION,
}
