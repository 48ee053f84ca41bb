import { holds } from '../expressions/evaluate/evaluate.ts'
import type { Condition, Text } from '../expressions/expression.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import { renderText } from '../expressions/evaluate/renderText.ts'
import type { World } from './world.ts'

/** Called for every expression that fails where the story must go on: where it stands, and why it failed. */
export type ReportFailure = (where: string, error: ExpressionError) => void

/** A visibility or guard that fails counts as false: in play an error never stops a turn. */
export function isTrueOrReport(
  world: World,
  condition: Condition | null,
  where: string,
  report: ReportFailure,
): boolean {
  return condition === null || withFallback(() => holds(condition, world), false, where, report)
}

/** A text that fails renders `(error)`. */
export function renderOrFallback(world: World, text: Text, where: string, report: ReportFailure): string {
  return text.kind === 'constant' ? text.text : withFallback(() => renderText(text, world), '(error)', where, report)
}

/** Runs what may fail; where it does, that is reported and the story goes on with something else. */
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
