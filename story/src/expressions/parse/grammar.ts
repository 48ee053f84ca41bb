import { isFunctionName, isVariadic } from './callable.ts'
import { isReservedName } from '../../names/isId.ts'
import { hintForClosing, hintForElse, hintForOperator, hintForValue } from './parseHints.ts'
import type {
  ArithmeticOperator,
  ArithmeticStep,
  Branch,
  ComparisonOperator,
  ExpressionNode,
  FunctionName,
  LogicalNode,
  Name,
  VisitNode,
} from '../syntax/syntax.ts'
import type { TokenReader } from './tokenReader.ts'

/** Parses one expression. The functions below are the rules of the grammar, from the loosest binding to the tightest. */
export function parseConditional(tokens: TokenReader): ExpressionNode {
  const first = parseOr(tokens)
  if (!tokens.isWord('if')) return first
  const branches: Branch[] = []
  let last: ExpressionNode | undefined = first
  while (last !== undefined && tokens.takeWord('if')) {
    branches.push({ value: last, condition: parseOr(tokens) })
    last = parseElse(tokens)
  }
  const { end } = tokens
  const otherwise = last ?? { kind: 'literal', value: '', start: end, end }
  return { kind: 'conditional', branches, otherwise, start: first.start, end }
}

/** Undefined if it is missing, which only a placeholder allows. */
function parseElse(tokens: TokenReader): ExpressionNode | undefined {
  if (tokens.takeWord('else')) return parseOr(tokens)
  return tokens.isPlaceholder ? undefined : tokens.expected('an operator or "else"', hintForElse)
}

function parseOr(tokens: TokenReader): ExpressionNode {
  return parseLogical('or', tokens, parseAnd)
}

function parseAnd(tokens: TokenReader): ExpressionNode {
  return parseLogical('and', tokens, parseNot)
}

function parseLogical(kind: LogicalNode['kind'], tokens: TokenReader, parseOperand: Rule): ExpressionNode {
  const first = parseOperand(tokens)
  if (!tokens.isWord(kind)) return first
  const operands = [first]
  while (tokens.takeWord(kind)) operands.push(parseOperand(tokens))
  return { kind, operands, start: first.start, end: tokens.end }
}

type Rule = (tokens: TokenReader) => ExpressionNode

function parseNot(tokens: TokenReader): ExpressionNode {
  const { start } = tokens.current
  if (!tokens.takeWord('not')) return parseComparison(tokens)
  const operand = tokens.nested(() => parseNot(tokens))
  return { kind: 'not', operand, start, end: tokens.end }
}

function parseComparison(tokens: TokenReader): ExpressionNode {
  const left = parseSum(tokens)
  const at = tokens.current.start
  const operator = takeComparison(tokens)
  if (operator === undefined) return left
  const right = parseSum(tokens)
  return { kind: 'comparison', operator, at, left, right, start: left.start, end: tokens.end }
}

function takeComparison(tokens: TokenReader): ComparisonOperator | undefined {
  if (tokens.takeWord('in')) return 'in'
  if (!tokens.isWord('not')) return tokens.takeSymbol('==', '!=', '<=', '>=', '<', '>')
  tokens.take()
  if (!tokens.takeWord('in')) tokens.expected('"in"', () => 'After a value, "not" is only allowed before "in".')
  return 'not in'
}

function parseSum(tokens: TokenReader): ExpressionNode {
  return parseArithmetic(tokens, parseProduct, ['+', '-'])
}

function parseProduct(tokens: TokenReader): ExpressionNode {
  return parseArithmetic(tokens, parseUnary, ['*', '/'])
}

function parseArithmetic(
  tokens: TokenReader,
  parseOperand: Rule,
  operators: readonly ArithmeticOperator[],
): ExpressionNode {
  const first = parseOperand(tokens)
  const rest: ArithmeticStep[] = []
  for (;;) {
    const operator = tokens.takeSymbol(...operators)
    if (operator === undefined) break
    rest.push({ operator, operand: parseOperand(tokens) })
  }
  return rest.length === 0 ? first : { kind: 'arithmetic', first, rest, start: first.start, end: tokens.end }
}

function parseUnary(tokens: TokenReader): ExpressionNode {
  const { start } = tokens.current
  if (tokens.takeSymbol('-') === undefined) return parsePrimary(tokens)
  const operand = tokens.nested(() => parseUnary(tokens))
  return { kind: 'negation', operand, start, end: tokens.end }
}

function parsePrimary(tokens: TokenReader): ExpressionNode {
  const token = tokens.current
  const { start, end } = token
  switch (token.kind) {
    case 'number':
    case 'text':
      tokens.take()
      return { kind: 'literal', value: token.value, start, end }
    case 'path':
      tokens.take()
      return { kind: 'path', head: token.head, steps: token.steps, start, end }
    case 'word':
      return parseWord(tokens, token.text)
    case 'symbol':
      if (token.text === '(') return parseGroup(tokens)
      if (token.text === '[') return parseList(tokens)
      return tokens.expected('a value', hintForValue)
    case 'unreadable':
    case 'end':
      return tokens.expected('a value', hintForValue)
  }
}

function parseGroup(tokens: TokenReader): ExpressionNode {
  tokens.take()
  const inner = tokens.nested(() => parseConditional(tokens))
  close(tokens, ')')
  return inner
}

function parseList(tokens: TokenReader): ExpressionNode {
  const { start } = tokens.take()
  const elements = tokens.isSymbol(']') ? [] : tokens.nested(() => parseSeveral(tokens))
  close(tokens, ']')
  return { kind: 'list', elements, start, end: tokens.end }
}

function parseSeveral(tokens: TokenReader): readonly ExpressionNode[] {
  const nodes = [parseConditional(tokens)]
  while (tokens.takeSymbol(',') !== undefined) nodes.push(parseConditional(tokens))
  return nodes
}

function close(tokens: TokenReader, symbol: ')' | ']'): void {
  if (tokens.takeSymbol(symbol) !== undefined) return
  tokens.expected(`an operator or "${symbol}"`, (found) => hintForClosing(found, symbol))
}

function parseWord(tokens: TokenReader, word: string): ExpressionNode {
  const constant = CONSTANTS.get(word)
  if (constant !== undefined) {
    const { start, end } = tokens.take()
    return { kind: 'literal', value: constant, start, end }
  }
  if (!tokens.isBefore('(') || word === 'if' || word === 'else') return tokens.expected('a value', hintForValue)
  if (word === 'visited' || word === 'visits') return parseVisit(tokens, word)
  if (word === 'discussed') return parseDiscussed(tokens)
  if (isFunctionName(word)) return parseFunction(tokens, word)
  return tokens.fail(tokens.current, `There is no function "${word}".`, hintForOperator(tokens.next))
}

const CONSTANTS: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function parseFunction(tokens: TokenReader, name: FunctionName): ExpressionNode {
  const { start } = tokens.take()
  tokens.take()
  const values = tokens.nested(() => (isVariadic(name) ? parseSeveral(tokens) : [parseConditional(tokens)]))
  if (tokens.isSymbol(',')) tokens.expected('")"', () => `"${name}" takes one argument.`)
  close(tokens, ')')
  return { kind: 'call', function: name, arguments: values, start, end: tokens.end }
}

function parseVisit(tokens: TokenReader, kind: VisitNode['kind']): ExpressionNode {
  const hint = `Write "${kind}(graph, 'node')": the id of the graph without quotes, then the node.`
  const { start, id, argument } = parseIdCall(tokens, 'a graph', hint)
  return { kind, graph: id, node: argument, start, end: tokens.end }
}

function parseDiscussed(tokens: TokenReader): ExpressionNode {
  const hint = `Write "discussed(speaker, 'topic')": the id of the speaker without quotes, then the topic.`
  const { start, id, argument } = parseIdCall(tokens, 'a speaker', hint)
  return { kind: 'discussed', speaker: id, topic: argument, start, end: tokens.end }
}

/** A call whose first argument is the id of an entity. */
function parseIdCall(tokens: TokenReader, what: string, hint: string) {
  const { start } = tokens.take()
  tokens.take()
  const id = parseId(tokens, what, hint)
  if (tokens.takeSymbol(',') === undefined) tokens.expected('","', () => hint)
  const argument = tokens.nested(() => parseConditional(tokens))
  close(tokens, ')')
  return { start, id, argument }
}

/** An id can look like a number. */
function parseId(tokens: TokenReader, what: string, hint: string): Name {
  const { start, end } = tokens.current
  const name = tokens.textOf({ start, end })
  if (!/^[a-z0-9_]+$/.test(name) || isReservedName(name)) tokens.expected(`the id of ${what}`, () => hint)
  tokens.take()
  return { name, start, end }
}
