import {
  divisionByZero,
  emptyList,
  neverEqual,
  notANumber,
  notCountable,
  notOrdered,
  notPartOfText,
  notSearchable,
} from '../expressionMessages.ts'
import { canBe, describeKinds, type Kinds } from '../kinds.ts'
import type { ReportProblem } from './problem.ts'
import type { ArithmeticStep, CallNode, ComparisonNode, ExpressionNode, Span } from '../syntax/syntax.ts'

/** `user` is the operator or function that needs the number, such as `+`. */
export function checkNumber(kinds: Kinds, { start }: Span, user: string, report: ReportProblem): void {
  if (!canBe(kinds, 'number')) report('expression-not-numeric', start, notANumber(user, describeKinds(kinds)))
}

/** One step of a chain of `+ -` or `* /`. */
export function checkStep({ operator, operand }: ArithmeticStep, kinds: Kinds, report: ReportProblem): void {
  checkNumber(kinds, operand, operator, report)
  if (operator === '/' && isZero(operand)) report('expression-division-by-zero', operand.start, divisionByZero)
}

export function checkComparison(node: ComparisonNode, left: Kinds, right: Kinds, report: ReportProblem): void {
  switch (node.operator) {
    case '==':
    case '!=':
      checkEquality(node, left, right, report)
      break
    case 'in':
    case 'not in':
      checkSearch(node, left, right, report)
      break
    case '<':
    case '<=':
    case '>':
    case '>=':
      checkOrder(node, left, right, report)
  }
}

function checkEquality(node: ComparisonNode, left: Kinds, right: Kinds, report: ReportProblem): void {
  const isEntity = (kinds: Kinds) => canBe(kinds, 'entity') && !canBe(kinds, 'text')
  if ((isEntity(left) && isText(node.right)) || (isEntity(right) && isText(node.left))) {
    report('never-equal', node.at, neverEqual(node.operator))
  }
}

function checkOrder({ operator, at }: ComparisonNode, left: Kinds, right: Kinds, report: ReportProblem): void {
  if (canBe(left, 'number') && canBe(right, 'number')) return
  if (canBe(left, 'text') && canBe(right, 'text')) return
  report('expression-type', at, notOrdered(operator, describeKinds(left), describeKinds(right)))
}

function checkSearch(node: ComparisonNode, part: Kinds, whole: Kinds, report: ReportProblem): void {
  if (canBe(whole, 'list')) return
  if (!canBe(whole, 'text')) {
    report('expression-type', node.right.start, notSearchable(node.operator, describeKinds(whole)))
  } else if (!canBe(part, 'text')) {
    report('expression-type', node.left.start, notPartOfText(describeKinds(part)))
  }
}

export function checkCall(node: CallNode, values: readonly Kinds[], report: ReportProblem): void {
  const [first = []] = values
  switch (node.function) {
    case 'count':
      if (!canBe(first, 'list')) report('expression-type', node.start, notCountable(describeKinds(first)))
      break
    case 'abs':
    case 'floor':
      checkNumber(first, node, node.function, report)
      break
    case 'min':
    case 'max':
      if (isEmptyList(node.arguments)) report('expression-type', node.start, emptyList(node.function))
      if (values.length === 1 && canBe(first, 'list')) return
      for (const kinds of values) checkNumber(kinds, node, node.function, report)
  }
}

function isText(node: ExpressionNode): node is ExpressionNode & { kind: 'literal'; value: string } {
  return node.kind === 'literal' && typeof node.value === 'string'
}

function isZero(node: ExpressionNode): boolean {
  return node.kind === 'negation' ? isZero(node.operand) : node.kind === 'literal' && node.value === 0
}

function isEmptyList([node, ...others]: readonly ExpressionNode[]): boolean {
  return node?.kind === 'list' && node.elements.length === 0 && others.length === 0
}
