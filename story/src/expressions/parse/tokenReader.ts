import type { Locate } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import type { Span } from '../syntax/syntax.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

const MAX_NESTING = 64

/** Goes through the tokens of one expression and knows how to complain about them. */
export class TokenReader {
  private readonly source: string
  private readonly locate: Locate | undefined
  private readonly tokens: readonly Token[]
  private index = 0
  private nesting = 0

  constructor(source: string, locate: Locate | undefined) {
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

  /** The end of the token that was taken last. */
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

  /** Takes one of these symbols, if it is next. */
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

  /** Reads what is nested one level deeper. */
  nested<Result>(read: () => Result): Result {
    if (this.nesting === MAX_NESTING) {
      this.complain(this.current, `More than ${MAX_NESTING} levels are nested here.`, 'Split it into several fields.')
    }
    this.nesting += 1
    const result = read()
    this.nesting -= 1
    return result
  }

  expected(what: string, hint: (found: Token, next: Token) => string): never {
    const found = this.current
    if (found.kind === 'unreadable') return this.complain(found, found.message, found.hint)
    return this.complain(found, `Expected ${what}, found ${this.describe(found)}.`, hint(found, this.next))
  }

  complain({ start }: Span, message: string, hint: string): never {
    throw new ExpressionError('parse', message, hint, { source: this.source, offset: start, locate: this.locate })
  }

  textOf({ start, end }: Span): string {
    return this.source.slice(start, end)
  }

  private describe(token: Token): string {
    if (token.kind === 'end') return 'the end'
    const text = this.textOf(token)
    return text.length <= LONGEST_SHOWN ? `"${text}"` : `"${text.slice(0, LONGEST_SHOWN)}…"`
  }

  /** Behind the last token it is the last one again, which is `end` or `unreadable`. */
  private at(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] ?? { kind: 'end', start: 0, end: 0 }
  }
}

const LONGEST_SHOWN = 40

function hasText(token: Token, kind: 'word' | 'symbol', text: string): boolean {
  return token.kind === kind && token.text === text
}
