import { Computed, type Condition, type Expression, type Text } from '../../expressions/expression.ts'
import type { ActionCall, Gamebook, GamebookFunction, NudgeCall, Roll } from '../../gamebook/gamebook.ts'

/** How an expression is used: as true or false, as a value, or only to be shown. */
export type Use = 'truth' | 'value' | 'text'

/** All rules of a gamebook, or of one function, wherever they are. */
export interface GamebookParts {
  /** The strongest use of each expression. */
  readonly expressions: ReadonlyMap<Expression, Use>
  readonly calls: ReadonlySet<ActionCall | NudgeCall>
  readonly rolls: ReadonlySet<Roll>
}

/** Looks at every object, so no rule is missed, whatever key of the format it comes from. */
export function findParts(root: Gamebook | GamebookFunction): GamebookParts {
  const expressions = new Map<Expression, Use>()
  const calls = new Set<ActionCall | NudgeCall>()
  const rolls = new Set<Roll>()
  const seen = new Set<object>()
  walk(root)
  return { expressions, calls, rolls }

  function walk(value: unknown): void {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (isExpression(value)) return note(value, 'value')
    if (value instanceof Computed) return note(value.expression, 'value')
    if (isCondition(value)) return noteTerms(value)
    if (isTemplate(value)) return noteParts(value)
    if (isCall(value)) calls.add(value)
    if (isRoll(value)) rolls.add(value)
    for (const member of membersOf(value)) walk(member)
  }

  function noteTerms({ terms }: Condition): void {
    for (const term of terms) if (typeof term === 'object') note(term, 'truth')
  }

  function noteParts({ parts }: Template): void {
    for (const part of parts) if (typeof part === 'object') note(part, 'text')
  }

  function note(expression: Expression, use: Use): void {
    const known = expressions.get(expression)
    expressions.set(expression, known === undefined || known === use ? use : 'value')
  }
}

function membersOf(value: object): readonly unknown[] {
  return value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value)
}

function isExpression(value: object): value is Expression {
  return 'root' in value && 'source' in value
}

function isCondition(value: object): value is Condition {
  return 'terms' in value && 'source' in value
}

type Template = Extract<Text, { kind: 'template' }>

function isTemplate(value: object): value is Template {
  return 'kind' in value && value.kind === 'template' && 'parts' in value
}

function isCall(value: object): value is ActionCall | NudgeCall {
  return 'kind' in value && (value.kind === 'action' || value.kind === 'nudge') && 'args' in value
}

function isRoll(value: object): value is Roll {
  return 'kind' in value && value.kind === 'roll' && 'sides' in value
}
