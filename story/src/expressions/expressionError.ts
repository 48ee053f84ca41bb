import { GamebookError } from '../errors.ts'
import type { FilePosition } from './expression.ts'

export type ExpressionErrorCode =
  | 'parse'
  | 'unknown-entity'
  | 'unknown-field'
  | 'unknown-topic'
  | 'not-an-entity'
  | 'type'
  | 'not-numeric'
  | 'division-by-zero'
  | 'dynamic-field'
  | 'depth'

/** The position of an error: an expression and a character in it. */
export interface SourcePosition {
  readonly source: string
  readonly offset: number
  readonly locate?: ((offset: number) => FilePosition) | undefined
}

/** An expression that can't be parsed or evaluated. */
export class ExpressionError extends GamebookError {
  override readonly name = 'ExpressionError'
  readonly code: ExpressionErrorCode
  readonly source: string
  readonly offset: number
  /** Line and column inside the expression, from 1. */
  readonly line: number
  readonly column: number
  /** Line and column in the file; undefined for an expression without a file. */
  readonly position: FilePosition | undefined
  /** The same of the first character of the expression. */
  readonly start: FilePosition | undefined

  constructor(
    code: ExpressionErrorCode,
    message: string,
    hint: string,
    { source, offset, locate }: SourcePosition,
    options?: ErrorOptions,
  ) {
    super(message, hint, options)
    const before = source.slice(0, offset).split(LINE_BREAK)
    this.code = code
    this.source = source
    this.offset = offset
    this.line = before.length
    this.column = (before.at(-1) ?? '').length + 1
    this.position = locate?.(offset)
    this.start = locate?.(0)
  }

  /** The line of the expression, and below it a caret at the error with its message. */
  get caret(): string {
    const line = this.source.split(LINE_BREAK)[this.line - 1] ?? ''
    const indent = line.slice(0, this.column - 1).replaceAll(/[^\t]/g, ' ')
    const message = this.message.charAt(0).toLowerCase() + this.message.slice(1)
    return `${line}\n${indent}^ line ${this.line}, column ${this.column}: ${message} ${this.hint}`.trimEnd()
  }
}

const LINE_BREAK = /\r\n|\r|\n/
