import type { Gamebook } from '../../gamebook/gamebook.ts'
import { checkPath } from './checkPath.ts'
import { checkCall, checkComparison, checkNumber, checkStep, checkVisited } from './checkOperators.ts'
import type { Expression } from '../expression.ts'
import { kindOfLiteral, type Kinds } from '../kinds.ts'
import { NO_LOCALS, type LocalKinds } from '../locals.ts'
import { severityOf, type ExpressionProblem, type ReportProblem } from './problem.ts'
import type { ExpressionNode } from '../syntax/syntax.ts'

export type { ExpressionProblem, ExpressionProblemCode } from './problem.ts'

/** Problems that an expression has in every state, as literals, declarations and fixed paths show. */
export function checkExpression(
  expression: Expression,
  gamebook: Gamebook,
  locals: LocalKinds = NO_LOCALS,
): readonly ExpressionProblem[] {
  return checkKinds(expression, gamebook, locals).problems
}

/** Also returns the kinds of value that the expression can have. */
export function checkKinds(
  expression: Expression,
  gamebook: Gamebook,
  locals: LocalKinds,
): { readonly kinds: Kinds; readonly problems: readonly ExpressionProblem[] } {
  const problems: ExpressionProblem[] = []
  const kinds = checkNode(expression.root, gamebook, locals, (code, offset, message) => {
    problems.push({ code, severity: severityOf(code), offset, ...message })
  })
  return { kinds, problems }
}

function checkNode(node: ExpressionNode, gamebook: Gamebook, locals: LocalKinds, report: ReportProblem): Kinds {
  const check = (inner: ExpressionNode): Kinds => checkNode(inner, gamebook, locals, report)
  switch (node.kind) {
    case 'literal':
      return [kindOfLiteral(node.value)]
    case 'path':
      return checkPath(node, gamebook, locals, report)
    case 'list':
      node.elements.forEach(check)
      return ['list']
    case 'visited':
      checkVisited(node, check(node.node), gamebook, report)
      return ['boolean']
    case 'call':
      checkCall(node, node.arguments.map(check), report)
      return ['number']
    case 'not':
      check(node.operand)
      return ['boolean']
    case 'negation':
      checkNumber(check(node.operand), node.operand, '-', report)
      return ['number']
    case 'and':
    case 'or':
      node.operands.forEach(check)
      return ['boolean']
    case 'comparison':
      checkComparison(node, check(node.left), check(node.right), report)
      return ['boolean']
    case 'arithmetic':
      checkNumber(check(node.first), node.first, node.rest[0]?.operator ?? '', report)
      for (const step of node.rest) checkStep(step, check(step.operand), report)
      return ['number']
  }
}
