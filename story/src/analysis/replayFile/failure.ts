import type { ExpressionError } from '../../expressions/expressionError.ts'
import type { FilePosition } from '../../expressions/expression.ts'

/** What fails in a play. */
export type FailureSubject = FailingExpression | StoppedTriggers

export interface FailingExpression {
  readonly kind: 'expression-fails'
  /** What it belongs to, as the engine reports it: `go_to.enabled`, `ghost.description`. */
  readonly where: string
  readonly source: string
  /** Where it begins in the file. Null if that is not known: the condition of a trigger, or a file that has changed. */
  readonly start: FilePosition | null
}

/** Triggers that keep making each other fire. */
export interface StoppedTriggers {
  readonly kind: 'trigger-loop'
  readonly triggers: readonly string[]
}

export type PlayFailure = FailureSubject & {
  /** One or two sentences. */
  readonly reason: string
}

export function failureAt(where: string, { message, source, start }: ExpressionError): PlayFailure {
  return { kind: 'expression-fails', where, source, start: start ?? null, reason: message }
}

export function describeFailure(failure: PlayFailure): string {
  return failure.kind === 'expression-fails' ? `${failure.where}: ${failure.reason}` : failure.reason
}

/** Whether both are the same expression at the same place, or a loop of the same triggers. */
export function isSameFailure(one: FailureSubject, other: FailureSubject): boolean {
  if (one.kind === 'trigger-loop') return other.kind === one.kind && one.triggers.join(' ') === other.triggers.join(' ')
  if (other.kind === 'trigger-loop') return false
  return one.where === other.where && one.source === other.source && canBeSame(one.start, other.start)
}

function canBeSame(one: FilePosition | null, other: FilePosition | null): boolean {
  return one === null || other === null || (one.line === other.line && one.column === other.column)
}
