import { limits } from '../../diagnostics/limits.ts'

/** A text, and how far it has been read. */
export interface Scanner {
  readonly text: string
  at: number
  /** The start of the line that `at` is on. */
  lineStart: number
  /** The keys and values so far, without quoted ones, as the package counts them. */
  scalars: number
  /** The collections around `at`. */
  depth: number
}

/** Thrown if a text is not simple YAML, or not YAML at all. */
export class NotSimple extends Error {}

/** Thrown at the first scalar beyond the limit. */
export class TooManyScalars extends Error {
  readonly offset: number

  constructor(offset: number) {
    super()
    this.offset = offset
  }
}

export function createScanner(text: string): Scanner {
  return { text, at: 0, lineStart: 0, scalars: 0, depth: 0 }
}

/** From 0; -1 at the end of the text. */
export function columnOf({ text, at, lineStart }: Scanner): number {
  return at < text.length ? at - lineStart : -1
}

/** Moves past spaces, line breaks and comments. */
export function skipSpace(scanner: Scanner): void {
  const { text } = scanner
  let next = afterSpaces(text, scanner.at)
  while (text.charAt(next) === '\n' || isComment(text, next)) {
    scanner.lineStart = lineAfter(text, next)
    next = afterSpaces(text, scanner.lineStart)
  }
  scanner.at = next
}

/** Moves to the first thing on a later line. Only a comment may follow on this line. */
export function nextLine(scanner: Scanner): void {
  if (!isRestOfLineEmpty(scanner)) throw new NotSimple()
  findLine(scanner)
}

/** Moves from the start of a line to the first thing on it or on a later line. */
export function findLine(scanner: Scanner): void {
  skipSpace(scanner)
  if (columnOf(scanner) === 0 && isDocumentMark(scanner)) throw new NotSimple()
}

export function isRestOfLineEmpty({ text, at }: Scanner): boolean {
  const next = afterSpaces(text, at)
  return isLineEnd(text, next) || isComment(text, next)
}

/** White space must come before a comment. */
function isComment(text: string, at: number): boolean {
  return text.charAt(at) === '#' && (at === 0 || isBlank(text, at - 1))
}

function isDocumentMark({ text, at }: Scanner): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at)
}

/** The start of the next line, or the end of the text. */
export function lineAfter(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at)
  return lineBreak === -1 ? text.length : lineBreak + 1
}

/** The position after the spaces that start here. */
export function afterSpaces(text: string, start: number): number {
  let at = start
  while (text.charAt(at) === ' ') at += 1
  return at
}

/** Whether a space follows, a line break, or the end of the text. */
export function isBlank(text: string, at: number): boolean {
  return text.charAt(at) === ' ' || isLineEnd(text, at)
}

export function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charAt(at) === '\n'
}

/** Counts a collection that starts here, until its `leave`. */
export function enter(scanner: Scanner): void {
  scanner.depth += 1
  if (scanner.depth > limits.depth) throw new NotSimple()
}

export function leave(scanner: Scanner): void {
  scanner.depth -= 1
}

export function countScalar(scanner: Scanner, offset: number): void {
  scanner.scalars += 1
  if (scanner.scalars > limits.scalars) throw new TooManyScalars(offset)
}
