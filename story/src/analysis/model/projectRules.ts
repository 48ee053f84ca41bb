import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { Reads } from './reads.ts'
import type { Rule } from './rule.ts'
import { variableName, type Variable } from './variable.ts'

/**
 * What the gamebook says as a whole, as rules: its invariants and goals read variables, and the player's answers before
 * the first page write some.
 */
export function listProjectRules(gamebook: Gamebook): readonly Rule[] {
  return [
    ...gamebook.invariants.map(({ condition }, index) => readingRule(gamebook, 'invariant', index, condition)),
    ...gamebook.goals.map(({ condition }, index) => readingRule(gamebook, 'goal', index, condition)),
    ...listStartQuestions(gamebook).map(({ entityId, field }): Rule => {
      const variable: Variable = { kind: 'field', entityId, field }
      const writes = new Map([[variableName(variable), variable]])
      return { ...NOTHING, kind: 'question', id: variableName(variable), reads: new Reads(gamebook), writes }
    }),
  ]
}

function readingRule(gamebook: Gamebook, kind: Rule['kind'], index: number, condition: Condition): Rule {
  const reads = new Reads(gamebook)
  reads.addCondition(condition)
  return { ...NOTHING, kind, id: String(index), reads }
}

const NOTHING: Omit<Rule, 'kind' | 'id' | 'reads'> = {
  wordsOnly: new Set(),
  writes: new Map(),
  increments: [],
  refusalInputs: new Map(),
  nonNumericWrites: new Set(),
  resets: false,
  ends: false,
}
