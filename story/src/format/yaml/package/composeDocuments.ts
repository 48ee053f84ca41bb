import { Composer, Lexer, Parser, type CST, type Document } from 'yaml'
import { limits } from '../../diagnostics/limits.ts'
import type { SyntaxProblem } from './syntaxProblem.ts'

/** The documents of a file; or where it becomes too deep, or too long, to be composed. */
export type Documents =
  { readonly documents: readonly Document.Parsed[] } | { readonly tooDeepAt: number } | { readonly tooManyAt: number }

export function composeDocuments(text: string): Documents {
  const tokens = readTokens(text)
  if (!('tokens' in tokens)) return tokens
  return { documents: [...new Composer(OPTIONS).compose(tokens.tokens, true, text.length)] }
}

/** What is wrong with the syntax, in the order of the file. Tags are read, and refused later. */
export function syntaxProblemsOf(document: Document.Parsed): readonly SyntaxProblem[] {
  return document.errors
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map(({ code, pos }) => ({ code, offset: Math.max(0, pos[0]) }))
    .toSorted((a, b) => a.offset - b.offset)
}

/** `checkKeys` compares keys, because the package's own comparison takes quadratic time. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: true,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
} as const

type Tokens =
  { readonly tokens: readonly CST.Token[] } | { readonly tooDeepAt: number } | { readonly tooManyAt: number }

/** The token that the lexer puts before each scalar. */
const SCALAR = '\x1f'

/** Stops at the first collection that is too deep, because composing the tree is recursive, or when a limit is reached. */
function readTokens(text: string): Tokens {
  const lexer = new Lexer()
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let scalars = 0
  for (const lexeme of lexer.lex(text)) {
    if (lexeme === SCALAR) scalars += 1
    if (scalars > limits.scalars) return { tooManyAt: parser.offset }
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length <= limits.depth) continue
    const tooDeep = parser.stack.filter(isCollection)[limits.depth]
    if (tooDeep !== undefined) return { tooDeepAt: tooDeep.offset }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens }
}

function isCollection(token: CST.Token): boolean {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection'
}
