import type { Locate } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import type { Span } from '../syntax/syntax.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

const MAX_NESTING = 64

/** Reads the tokens of one expression and throws errors about them. */
export class TokenReader {
  /** Whether the last `else` of a conditional may be left out. */
  readonly isPlaceholder: boolean
  private readonly source: string
  private readonly locate: Locate | undefined
  private readonly tokens: readonly Token[]
  private index = 0
  private nesting = 0

  constructor(source: string, locate: Locate | undefined, isPlaceholder = false) {
    this.isPlaceholder = isPlaceholder
    this.source = source
    this.locate = locate
    this.tokens = tokenize(source)
  }

  get current(): Token {
    return this.at(this.index)
  }

  get next(): Token {
    return this.at(this.index + 1)
  }

  /** The end of the last token taken. */
  get end(): number {
    return this.at(this.index - 1).end
  }

  take(): Token {
    const token = this.current
    this.index += 1
    return token
  }

  isSymbol(symbol: string): boolean {
    return hasText(this.current, 'symbol', symbol)
  }

  isWord(word: string): boolean {
    return hasText(this.current, 'word', word)
  }

  isBefore(symbol: string): boolean {
    return hasText(this.next, 'symbol', symbol)
  }

  /** Takes the current token if it is one of these symbols. */
  takeSymbol<Symbol extends string>(...symbols: readonly Symbol[]): Symbol | undefined {
    const symbol = symbols.find((candidate) => this.isSymbol(candidate))
    if (symbol !== undefined) this.take()
    return symbol
  }

  takeWord(word: string): boolean {
    const isNext = this.isWord(word)
    if (isNext) this.take()
    return isNext
  }

  /** Calls `read` one level deeper. */
  nested<Result>(read: () => Result): Result {
    if (this.nesting === MAX_NESTING) {
      this.fail(this.current, `More than ${MAX_NESTING} levels are nested here.`, 'Split it into several fields.')
    }
    this.nesting += 1
    const result = read()
    this.nesting -= 1
    return result
  }

  expected(what: string, hint: (found: Token, next: Token) => string): never {
    const found = this.current
    if (found.kind === 'unreadable') return this.fail(found, found.message, found.hint)
    return this.fail(found, `Expected ${what}, found ${this.describe(found)}.`, hint(found, this.next))
  }

  fail({ start }: Span, message: string, hint: string): never {
    throw new ExpressionError('parse', message, hint, { source: this.source, offset: start, locate: this.locate })
  }

  textOf({ start, end }: Span): string {
    return this.source.slice(start, end)
  }

  private describe(token: Token): string {
    if (token.kind === 'end') return 'the end'
    const text = this.textOf(token)
    return text.length <= MAX_SHOWN_LENGTH ? `"${text}"` : `"${text.slice(0, MAX_SHOWN_LENGTH)}…"`
  }

  /** After the end it returns the last token, which is `end` or `unreadable`. */
  private at(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] ?? { kind: 'end', start: 0, end: 0 }
  }
}

const MAX_SHOWN_LENGTH = 40

function hasText(token: Token, kind: 'word' | 'symbol', text: string): boolean {
  return token.kind === kind && token.text === text
}
