import { checkKinds, type ExpressionProblem } from '../../expressions/check/check.ts'
import { findComputedCycles } from '../../expressions/check/dependencies.ts'
import type { Expression } from '../../expressions/expression.ts'
import { canBe, describeKinds, type Kinds } from '../../expressions/kinds.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { ExpressionSite } from '../cursor/cursor.ts'
import type { Finding } from '../diagnostics/sourceLocation.ts'
import type { KnownEntity, Scope } from '../resolve/scope.ts'

/** Reports certain errors of expressions once all entities are known. */
export function checkExpressions(sites: readonly ExpressionSite[], gamebook: Gamebook, scope: Scope): void {
  for (const site of sites) {
    if (site.location.reporter.isFull()) return
    const { kinds, problems } = checkKinds(site.expression, gamebook, site.locals)
    for (const problem of problems) {
      if (!followsFromOther(problem, site.expression, gamebook, scope)) reportAt(site, problem.offset, problem)
    }
    if (problems.length === 0) checkExpected(site, kinds)
  }
  const siteOf = new Map(sites.map((site) => [site.expression, site]))
  for (const { expression, offset, path } of findComputedCycles(gamebook)) {
    const site = siteOf.get(expression)
    if (site === undefined) continue
    const hint = "Break the cycle: a value can't depend on itself."
    reportAt(site, offset, { code: 'dynamic-cycle', message: `These depend on each other: ${path}.`, hint })
  }
}

/** The kind of many expressions is certain, such as that of a comparison. */
function checkExpected(site: ExpressionSite, kinds: Kinds): void {
  const { expected, expression } = site
  if (expected === null || kinds.some((kind) => canBe(expected.kinds, kind))) return
  reportAt(site, expression.root.start, {
    code: expected.kinds.every((kind) => kind === 'number') ? 'expression-not-numeric' : 'expression-type',
    message: `Expected ${expected.what}, found ${describeKinds(kinds)}.`,
    hint: 'Write an expression of that type.',
  })
}

type Fault = Pick<Finding, 'code' | 'message' | 'hint'>

function reportAt({ expression, location }: ExpressionSite, offset: number, { code, message, hint }: Fault): void {
  const position = expression.locate?.(offset)
  location.reporter.report({ code, location, message, hint, ...(position && { position }) })
}

/** Whether an entity or field seems unknown only because of another reported error. */
function followsFromOther(
  { code, offset }: ExpressionProblem,
  { source }: Expression,
  gamebook: Gamebook,
  scope: Scope,
): boolean {
  if (code === 'expression-unknown-entity' || code === 'expression-unknown-topic') return !scope.draft.complete
  if (code !== 'expression-unknown-field' && code !== 'expression-not-an-entity') return false
  const headId = pathAt(source, offset).split('.')[0] ?? ''
  const head = scope.entities.get(headId)
  const node = scope.entities.get(gamebook.entities.get(headId)?.graph?.nodeIds[0] ?? '')
  const hasNoNodes = gamebook.entities.get(headId)?.graph?.nodeIds.length === 0
  return [head, node].some((known) => known !== undefined && isUncertain(known, scope)) || hasNoNodes
}

/** The fields of an entity are uncertain if its type has errors, or the id of another type. */
function isUncertain({ type }: KnownEntity, { types }: Scope): boolean {
  return !type.traitsSound || !type.fieldsSound || types.get(type.id?.value ?? '') !== type
}

/** The path of an expression that goes through an offset. */
function pathAt(source: string, offset: number): string {
  let start = offset
  while (start > 0 && PATH_CHARACTER.test(source.charAt(start - 1))) start -= 1
  let end = offset
  while (end < source.length && PATH_CHARACTER.test(source.charAt(end))) end += 1
  return source.slice(start, end)
}

const PATH_CHARACTER = /[a-z0-9_.]/i
