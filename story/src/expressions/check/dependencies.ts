import type { Gamebook } from '../../gamebook/gamebook.ts'
import { evaluatedFields, type EvaluatedField } from './evaluatedFields.ts'
import type { Expression } from '../expression.ts'
import { findCycles } from './findCycles.ts'
import { pathsOf } from '../syntax/pathsOf.ts'

/** A field that an expression reads: the head and the first property of a path. */
export interface FieldDependency {
  readonly entityId: string
  readonly field: string
  /** The expression that reads it; `offset` is the position of the path in its source. */
  readonly expression: Expression
  readonly offset: number
}

export function dependenciesOf(expression: Expression): readonly FieldDependency[] {
  return pathsOf(expression.root).flatMap(({ head, steps: [first], start }) =>
    first === undefined ? [] : [{ entityId: head.name, field: first.name, expression, offset: start }],
  )
}

/** Computed fields and conditions that depend on themselves. */
export interface ComputedCycle {
  /** The first field of the cycle in the order of the file. */
  readonly entityId: string
  readonly field: string
  /** `a.x → b.enabled → a.x` */
  readonly path: string
  /** The expression of the first field; `offset` is the position of the next field in it. */
  readonly expression: Expression
  readonly offset: number
}

/** Empty only if no field depends on itself. */
export function findComputedCycles(gamebook: Gamebook): readonly ComputedCycle[] {
  const fields = new Map(evaluatedFields(gamebook).map((field) => [nameOf(field), field]))
  const reads = new Map([...fields].map(([name, field]) => [name, readsOf(field)]))
  const graph = new Map([...reads].map(([name, dependencies]) => [name, new Set(dependencies.keys())]))
  return findCycles(graph).flatMap((cycle) => {
    const [start = '', next = start] = cycle
    const field = fields.get(start)
    const read = reads.get(start)?.get(next)
    if (field === undefined || read === undefined) return []
    const { entityId, field: name } = field
    return [
      { entityId, field: name, path: [...cycle, start].join(' → '), expression: read.expression, offset: read.offset },
    ]
  })
}

/** The first read of each other field. */
function readsOf({ expressions }: EvaluatedField): ReadonlyMap<string, FieldDependency> {
  const dependencies = new Map<string, FieldDependency>()
  for (const dependency of expressions.flatMap(dependenciesOf)) {
    const name = nameOf(dependency)
    if (!dependencies.has(name)) dependencies.set(name, dependency)
  }
  return dependencies
}

function nameOf({ entityId, field }: { entityId: string; field: string }): string {
  return `${entityId}.${field}`
}
