import type { Gamebook } from '../../gamebook/gamebook.ts'
import { checkPath } from './checkPath.ts'
import { checkCall, checkComparison, checkNumber, checkStep } from './checkOperators.ts'
import { checkDiscussed, checkVisit } from './checkReferences.ts'
import { constantTruth } from './constantTruth.ts'
import type { Expression } from '../expression.ts'
import { kindOfLiteral, type Kind, type Kinds } from '../kinds.ts'
import { NO_LOCALS, type LocalKinds } from '../locals.ts'
import { severityOf, type ExpressionProblem, type ReportProblem } from './problem.ts'
import type { ConditionalNode, ExpressionNode } from '../syntax/syntax.ts'

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
    case 'visits':
      checkVisit(node, check(node.node), gamebook, report)
      return [node.kind === 'visited' ? 'boolean' : 'number']
    case 'discussed':
      checkDiscussed(node, check(node.topic), gamebook, report)
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
    case 'conditional':
      return checkConditional(node, check)
  }
}

/** A value that is never chosen has no problems. */
function checkConditional({ branches, otherwise }: ConditionalNode, check: (node: ExpressionNode) => Kinds): Kinds {
  const kinds = new Set<Kind>()
  for (const { value, condition } of branches) {
    check(condition)
    const truth = constantTruth(condition)
    if (truth !== false) check(value).forEach((kind) => kinds.add(kind))
    if (truth === true) return [...kinds]
  }
  check(otherwise).forEach((kind) => kinds.add(kind))
  return [...kinds]
}
