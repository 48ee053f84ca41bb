import { NARRATE } from '../../../gamebook/actionName.ts'
import type { Narration } from '../../../gamebook/gamebook.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import { template } from '../../cursor/readExpressions.ts'
import { report } from '../../diagnostics/reporter.ts'
import { limits } from '../../diagnostics/limits.ts'
import type { SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { reportMissingKeys } from './readArgs.ts'
import { openMapping } from '../../cursor/mappingReader.ts'

/** The author's words for a moment: a text with placeholders, never an expression as a whole. */
export function readNarration(cursor: Cursor): Narration | undefined {
  const text = template(cursor)
  if (text === undefined) return undefined
  if (cursor.node?.kind === 'scalar' && cursor.node.source.length > limits.narrationCharacters) {
    const message = `A narration has at most ${limits.narrationCharacters} characters.`
    report(cursor, 'limit', message, 'Shorten it, or split it into several narrations.')
    return undefined
  }
  return { kind: 'narration', text }
}

/** The payload of `core/narrate`. */
export function readNarrationArgs(args: Cursor | undefined, location: SourceLocation): Narration | undefined {
  if (args === undefined) {
    reportMissingKeys(NARRATE, ['text'], location)
    return undefined
  }
  const keys = openMapping(args)
  const narration = keys?.required('text', readNarration)
  keys?.reportUnknownKeys()
  return narration
}
