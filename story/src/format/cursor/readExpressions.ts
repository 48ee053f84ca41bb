import type { Condition, Computed, Expression, FilePosition, Text } from '../../expressions/expression.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import { parseCondition, parseTerm } from '../../expressions/parse/parseCondition.ts'
import { parseExpression } from '../../expressions/parse/parse.ts'
import { parseFieldValue, parseText } from '../../expressions/parse/parseText.ts'
import type { Json } from '../../json.ts'
import { elementsOf, withExpected, type Cursor, type Expected } from './cursor.ts'
import { checkPlaceholders } from './foreignPlaceholders.ts'
import { limits } from '../diagnostics/limits.ts'
import { number, text as plainText, type Reader } from './readers.ts'
import { report } from '../diagnostics/reporter.ts'
import { toJson } from './toJson.ts'
import { locateInScalar } from '../yaml/locateInScalar.ts'

export const condition: Reader<Condition> = (cursor) => {
  if (cursor.kind !== 'list') {
    return parse(
      cursor,
      (locate) => parseCondition(toJson(cursor), { locate: (_term, offset) => locate(offset) }),
      partsOf,
    )
  }
  const elements = elementsOf(cursor)
  const terms = elements.flatMap((element) => {
    const term = parse(
      element,
      (locate) => parseTerm(toJson(element), locate),
      (parsed) => [parsed],
    )
    return term === undefined ? [] : [term]
  })
  return terms.length < elements.length ? undefined : { source: toJson(cursor), terms }
}

/** A text in which `{{ … }}` is replaced by the value of an expression. */
export const template: Reader<Text> = (cursor) => readText(cursor, false)

/** A template, or `=…`: an expression as a whole. */
export const dynamicText: Reader<Text> = (cursor) => readText(cursor, true)

/** The value of a custom field. Undefined only if a computed field cannot be parsed. */
export const fieldValue: Reader<Json | Computed> = (cursor) => {
  if (cursor.kind !== 'text') return toJson(cursor)
  const source = plainText(cursor)
  if (source === undefined) return undefined
  return parse(
    cursor,
    (locate) => parseFieldValue(source, locate),
    (value) => (typeof value === 'string' ? [] : [value.expression]),
  )
}

/** A number, or an expression that gives one; its `=` may be left out. */
export const numberOrExpression: Reader<number | Expression> = (cursor) => {
  if (cursor.kind === 'number') return number(cursor)
  const source = plainText(cursor)
  if (source === undefined) return undefined
  return parse(
    withExpected(cursor, A_NUMBER),
    (locate) => parseExpression(source, { locate }),
    (expression) => [expression],
  )
}

const A_NUMBER: Expected = { kinds: ['number'], what: 'a number' }

function readText(cursor: Cursor, allowComputed: boolean): Text | undefined {
  const source = plainText(cursor)
  if (source === undefined) return undefined
  const parsed = parse(cursor, (locate) => parseText(source, { allowComputed, locate }), expressionsOfText)
  if (parsed !== undefined && parsed.kind !== 'computed') checkPlaceholders(cursor, source, locatorOf(cursor))
  return parsed
}

type Locate = (offset: number) => FilePosition

/** Turns what the parser throws into a finding, and notes the expressions to be checked later. */
function parse<T>(
  cursor: Cursor,
  read: (locate: Locate) => T,
  partsOfResult: (parsed: T) => readonly Part[],
): T | undefined {
  const locate = locatorOf(cursor)
  if (cursor.kind === 'unreadable' || isTooLong(cursor)) return undefined
  try {
    const parsed = read(locate)
    const expressions = partsOfResult(parsed).filter((part) => typeof part === 'object')
    return expressions.every((expression) => keep(cursor, expression)) ? parsed : undefined
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    const { message, hint } = error
    const position = error.position ?? locate(error.offset)
    cursor.reporter.report({ code: 'expression-parse', location: cursor, position, message, hint })
    return undefined
  }
}

type Part = boolean | number | string | Expression

function partsOf({ terms }: Condition): readonly Part[] {
  return terms
}

function expressionsOfText(parsed: Text): readonly Part[] {
  switch (parsed.kind) {
    case 'constant':
      return []
    case 'template':
      return parsed.parts
    case 'computed':
      return [parsed.expression]
  }
}

function keep(cursor: Cursor, expression: Expression): boolean {
  if (expression.source.length <= limits.expressionCharacters) {
    const { expressions, locals, expected } = cursor.file
    expressions.push({ expression, location: cursor, locals, expected })
    return true
  }
  report(
    cursor,
    'limit',
    `This expression is longer than ${limits.expressionCharacters} characters.`,
    'Split it: move parts of it into computed fields.',
  )
  return false
}

/** Reported for every text of the file alike. */
function isTooLong({ node }: Cursor): boolean {
  return node?.kind === 'scalar' && node.source.length > limits.textCharacters
}

/** Lives as long as the gamebook: holds on to the text of the file, not to its tree. */
function locatorOf({ file: { text }, node, offset: start, reporter: { positionAt } }: Cursor): Locate {
  return (offset) => positionAt(node?.kind === 'scalar' ? locateInScalar(text, node, offset) : start)
}
