import { Composer, Lexer, Parser, type CST, type Document } from 'yaml'
import { limits } from '../../diagnostics/limits.ts'
import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import { reportTooDeep, reportTooMany } from '../reportLimits.ts'
import type { YamlNode } from '../yamlNode.ts'
import { pathAt } from './pathAt.ts'
import { reportSyntaxErrors } from './syntaxErrors.ts'
import { toYamlNode } from './toYamlNode.ts'

/** The tree of the file's one document, null if it is empty. `unreadable` if its syntax is wrong, which is reported. */
export function parseWithPackage(text: string, reporter: Reporter): YamlNode | null | 'unreadable' {
  const tokens = readTokens(text)
  if ('tooDeepAt' in tokens) {
    reportTooDeep(tokens.tooDeepAt, reporter)
    return 'unreadable'
  }
  if ('tooManyAt' in tokens) {
    reportTooMany(tokens.tooManyAt, reporter)
    return 'unreadable'
  }
  const [document, another] = [...new Composer(OPTIONS).compose(tokens.tokens, true, text.length)]
  if (document === undefined) return null
  if (reportSyntaxErrors(document, reporter)) return 'unreadable'
  reportTags(document, reporter)
  if (another !== undefined) reportSecondDocument(another, reporter)
  return rootOf(document, reporter)
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

function reportTags(document: Document.Parsed, reporter: Reporter): void {
  const faults = [...document.errors, ...document.warnings].filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
  for (const { pos, message } of faults.slice(0, limits.diagnostics)) {
    report(
      { reporter, offset: pos[0], path: pathAt(document.contents, pos[0]) },
      'yaml-tag',
      `Tags aren't supported: ${message}.`,
      'Remove the tag: the word that starts with "!".',
    )
  }
}

function reportSecondDocument(another: Document.Parsed, reporter: Reporter): void {
  report(
    { reporter, offset: another.range[0], path: null },
    'multiple-documents',
    'A second YAML document starts here.',
    'Keep only one: remove the line "---" and what follows, or move it to another file.',
  )
}

function rootOf(document: Document.Parsed, reporter: Reporter): YamlNode | null {
  const { yaml } = document.directives
  if (yaml.explicit && yaml.version !== '1.2') {
    report(
      { reporter, offset: 0, path: null },
      'yaml-syntax',
      `The file declares YAML ${yaml.version}, but a gamebook is YAML 1.2.`,
      'Remove the line that starts with "%YAML".',
    )
  }
  return document.contents && toYamlNode(document.contents)
}
