import type { Gamebook } from '../../gamebook/gamebook.ts'
import { evaluatedFields, type EvaluatedField } from './evaluatedFields.ts'
import type { Expression } from '../expression.ts'
import { findCycles } from './findCycles.ts'
import { pathsOf } from '../syntax/pathsOf.ts'

/** A field that an expression reads: the head and the first property of a path. */
export interface FieldDependency {
  readonly entityId: string
  readonly field: string
  /** The expression that reads it, and where in its source the path stands. */
  readonly expression: Expression
  readonly offset: number
}

export function dependenciesOf(expression: Expression): readonly FieldDependency[] {
  return pathsOf(expression.root).flatMap(({ head, steps: [first], start }) =>
    first === undefined ? [] : [{ entityId: head.name, field: first.name, expression, offset: start }],
  )
}

/** Dynamic fields and conditions that read themselves through each other. */
export interface ComputedCycle {
  /** The field of the ring that comes first in the file. */
  readonly entityId: string
  readonly field: string
  /** `a.x → b.enabled → a.x` */
  readonly ring: string
  /** The expression in which the ring starts, and where in it the next field is read. */
  readonly expression: Expression
  readonly offset: number
}

/** Empty only if no field reads itself. */
export function findComputedCycles(gamebook: Gamebook): readonly ComputedCycle[] {
  const fields = new Map(evaluatedFields(gamebook).map((field) => [nameOf(field), field]))
  const reads = new Map([...fields].map(([name, field]) => [name, readsOf(field)]))
  const graph = new Map([...reads].map(([name, dependencies]) => [name, new Set(dependencies.keys())]))
  return findCycles(graph).flatMap((ring) => {
    const [start = '', next = start] = ring
    const field = fields.get(start)
    const read = reads.get(start)?.get(next)
    if (field === undefined || read === undefined) return []
    const { entityId, field: name } = field
    return [
      { entityId, field: name, ring: [...ring, start].join(' → '), expression: read.expression, offset: read.offset },
    ]
  })
}

/** The first place at which each other field is read. */
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
