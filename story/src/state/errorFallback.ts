import { holds } from '../expressions/evaluate/evaluate.ts'
import type { Condition, Text } from '../expressions/expression.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import { renderText } from '../expressions/evaluate/renderText.ts'
import type { World } from './world.ts'

/** Called for every failed expression that must not stop the story, with its location in the gamebook. */
export type ReportFailure = (where: string, error: ExpressionError) => void

/** A condition that can't be evaluated counts as false: an error never stops a turn. */
export function isTrueOrReport(
  world: World,
  condition: Condition | null,
  where: string,
  report: ReportFailure,
): boolean {
  return condition === null || withFallback(() => holds(condition, world), false, where, report)
}

/** A text that can't be evaluated renders as `(error)`. */
export function renderOrFallback(world: World, text: Text, where: string, report: ReportFailure): string {
  return text.kind === 'constant' ? text.text : withFallback(() => renderText(text, world), '(error)', where, report)
}

/** Returns `otherwise` and reports the error if `read` throws an `ExpressionError`. */
export function withFallback<Result>(
  read: () => Result,
  otherwise: Result,
  where: string,
  report: ReportFailure,
): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    report(where, error)
    return otherwise
  }
}
