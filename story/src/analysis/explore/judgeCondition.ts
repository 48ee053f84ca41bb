import { holds } from '../../expressions/evaluate/evaluate.ts'
import type { Condition } from '../../expressions/expression.ts'
import { ExpressionError } from '../../expressions/expressionError.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Exploration, ExploredSlice } from './explore.ts'
import { project } from './stateEncoding.ts'

/** Whether a condition is true, or why it can't be evaluated. */
export type Judgment = boolean | { readonly error: string }

/** A condition at every visit of the slice that decides it. */
export interface JudgedSlice {
  readonly explored: ExploredSlice
  /** By the index of the visit. */
  readonly judgments: readonly Judgment[]
}

/** Judges the invariant or goal with this index in the gamebook. */
export function judgeCondition(
  gamebook: Gamebook,
  { slices }: Exploration,
  kind: 'invariant' | 'goal',
  index: number,
  condition: Condition,
): JudgedSlice {
  const isDecisive = ({ slice }: ExploredSlice): boolean =>
    slice.rules.some((rule) => rule.kind === kind && rule.id === String(index))
  const explored = slices.find(isDecisive)
  if (explored === undefined) throw new Error(`No slice decides the ${kind} ${index}.`)
  const { encoding, visits, slice } = explored
  const rule = slice.rules.find((candidate) => candidate.kind === kind && candidate.id === String(index))
  const columns = encoding.columnsOf(rule?.reads.variables.keys() ?? [])
  const known = new Map<string, Judgment>()
  const judgments = visits.map(({ code }) => {
    const key = project(code, columns)
    const judgment = known.get(key) ?? judge(worldOf(gamebook, encoding.decode(code)), condition)
    known.set(key, judgment)
    return judgment
  })
  return { explored, judgments }
}

export function judge(world: World, condition: Condition): Judgment {
  try {
    return holds(condition, world)
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { error: error.message }
  }
}
