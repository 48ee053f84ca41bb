import { Computed, type Expression, type Locate, type Text } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from './parse.ts'

export interface TextOptions {
  /** Whether a leading `=` makes the whole text an expression, and `==` a literal `=`. */
  readonly allowComputed: boolean
  /** Finds the position of a character of the source in the file. */
  readonly locate?: Locate | undefined
}

/** Parses a text with optional placeholders, `{{ expression }}`. Throws `ExpressionError`. */
export function parseText(source: string, { allowComputed, locate }: TextOptions): Text {
  if (!allowComputed || !source.startsWith('=')) return parseTemplate(source, 0, locate)
  if (source.startsWith('==')) return parseTemplate(source, 1, locate)
  return { kind: 'computed', expression: parseExpression(source, { locate }) }
}

/** Parses a text at the top level of an entity, without placeholders: `=x` is computed, `==x` is the literal text `=x`. */
export function parseFieldValue(source: string, locate?: Locate): string | Computed {
  if (!source.startsWith('=')) return source
  return source.startsWith('==') ? source.slice(1) : new Computed(parseExpression(source, { locate }))
}

function parseTemplate(source: string, start: number, locate: Locate | undefined): Text {
  const parts: (string | Expression)[] = []
  let rest = start
  for (;;) {
    const open = source.indexOf('{{', rest)
    const literal = source.slice(rest, open === -1 ? undefined : open)
    if (open === -1 && parts.length === 0) return { kind: 'constant', text: literal }
    if (literal !== '') parts.push(literal)
    if (open === -1) return { kind: 'template', parts }
    const close = findClose(source, open + 2)
    if (close === undefined) throw unclosed(source, open, locate)
    parts.push(parsePlaceholder(source, open + 2, close, locate))
    rest = close + 2
  }
}

/** The first `}}` outside a text literal. */
function findClose(source: string, start: number): number | undefined {
  PLACEHOLDER.lastIndex = start
  const inside = PLACEHOLDER.exec(source)?.[0]
  return inside === undefined ? undefined : start + inside.length
}

/** Text literals and other characters, up to `}}`. */
const PLACEHOLDER = /(?:'(?:\\.|[^'\\\r\n])*'|"(?:\\.|[^"\\\r\n])*"|(?!\}\})[^'"])*(?=\}\})/y

function parsePlaceholder(source: string, start: number, end: number, locate: Locate | undefined): Expression {
  const shifted: Locate | undefined = locate && ((offset) => locate(start + offset))
  return parseExpression(source.slice(start, end), { locate: shifted, isPlaceholder: true })
}

function unclosed(source: string, offset: number, locate: Locate | undefined): ExpressionError {
  const hint = 'Close it with "}}"; a quote inside it starts a quoted text that must be closed too.'
  return new ExpressionError('parse', 'This placeholder is not closed.', hint, { source, offset, locate })
}
