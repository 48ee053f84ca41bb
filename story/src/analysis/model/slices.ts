import type { Expression } from '../../expressions/expression.ts'
import { pathsOf } from '../../expressions/syntax/pathsOf.ts'
import type { PathNode } from '../../expressions/syntax/syntax.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { startValue } from '../../state/startValue.ts'
import { listRules, type Rule } from './rule.ts'
import { variableName, type Variable } from './variable.ts'
import { numberUses, type NumberUse } from './numberUses.ts'
import type { Use } from './reads.ts'

/**
 * A part of a gamebook that nothing outside of it can influence: its functions and triggers read and write its own
 * cells only. So it can be explored alone, and sums take the place of products.
 */
export interface Slice {
  readonly cells: readonly SlicedVariable[]
  readonly actors: readonly Rule[]
  /** Whether the story can end here. */
  readonly ends: boolean
}

export interface SlicedVariable {
  readonly cell: Variable
  /** Null where every value matters. */
  readonly bounds: NumberBounds | null
}

/** Beyond these every value is like any other. */
export interface NumberBounds {
  readonly least: number
  readonly most: number
  /** Of a clock whose time of day is asked: when it starts, in minutes after midnight. */
  readonly dayStart: number | null
}

export interface Slicing {
  readonly slices: readonly Slice[]
  /** Whether the story can begin anew by a rule of the gamebook. */
  readonly resets: boolean
  /** Whether a rule reads what dice showed, not only whether they succeeded. */
  readonly readsTotal: boolean
  /** Fields that play can write and no rule asks, which are left out. */
  readonly unasked: readonly string[]
  /** Cells of which only a part of the values is told apart. */
  readonly bounded: readonly string[]
}

/** A cell that matters to the one who explores, whether or not a rule asks it, and the graph on whose way it does. */
export interface Watch {
  readonly cell: Variable
  readonly graphId: string
}

export function sliceGamebook(gamebook: Gamebook, watched: readonly Watch[] = []): Slicing {
  const actors = listRules(gamebook)
  const { asked, written } = cellsOf(gamebook, actors, watched)
  const relevant = new Map([...asked].filter(([name]) => written.has(name)))
  const expressions = expressionsOf(actors)
  const uses = numberUses(gamebook, expressions)
  const groups = groupActors(actors, relevant, watched)
  const slices = groups.map(({ members, cells }): Slice => {
    return {
      cells: cells.map((cell) => ({ cell, bounds: boundsOf(gamebook, cell, uses, actors) })),
      actors: members,
      ends: members.some(({ ends }) => ends),
    }
  })
  return {
    slices,
    resets: actors.some(({ resets }) => resets),
    readsTotal: [...expressions.keys()].some(({ root }) => pathsOf(root).some(isTotal)),
    unasked: [...written].flatMap(([name, { kind }]) => (kind === 'field' && !relevant.has(name) ? [name] : [])),
    bounded: slices.flatMap(({ cells }) =>
      cells.flatMap(({ cell, bounds }) => (bounds === null ? [] : [variableName(cell)])),
    ),
  }
}

function isTotal({ head, steps }: PathNode): boolean {
  return head.name === 'roll' && steps[0]?.name === 'total'
}

function cellsOf(gamebook: Gamebook, actors: readonly Rule[], watched: readonly Watch[]) {
  const written = new Map(actors.flatMap(({ writes }) => [...writes]))
  const unsettled = new Set(actors.flatMap(({ unsettles }) => [...unsettles]))
  const asked = new Map(actors.flatMap(({ reads, hinges }) => [...reads.cells, ...hinges]))
  for (const { cell } of watched) add(cell)
  for (const { id } of indexOf(gamebook).graphs) add({ kind: 'field', entityId: id, field: 'current_node_id' })
  for (const { id } of gamebook.triggers) add({ kind: 'trigger', triggerId: id })
  // A free number to which something is added, and into which something else may be written: the sum may be refused.
  for (const { cell } of actors.flatMap(({ steps }) => steps)) {
    const known = written.get(cell)
    if (unsettled.has(cell) && known !== undefined) add(known)
  }
  return { asked, written }

  function add(cell: Variable): void {
    asked.set(variableName(cell), cell)
  }
}

function expressionsOf(actors: readonly Rule[]): ReadonlyMap<Expression, Use> {
  const expressions = new Map<Expression, Use>()
  for (const [expression, use] of actors.flatMap(({ reads }) => [...reads.expressions])) {
    if (expressions.get(expression) !== 'value') expressions.set(expression, use)
  }
  return expressions
}

interface Group {
  readonly members: Rule[]
  readonly cells: readonly Variable[]
}

/** Actors that share a cell belong together; where the story can begin anew, all do. */
function groupActors(
  actors: readonly Rule[],
  relevant: ReadonlyMap<string, Variable>,
  watched: readonly Watch[],
): readonly Group[] {
  const sets = new DisjointSets()
  const together = actors.some(({ resets }) => resets)
  for (const [name, cell] of relevant) {
    sets.join(name, together ? 'all' : name)
    if (cell.kind === 'visited') sets.join(name, `${cell.graphId}.current_node_id`)
  }
  for (const { cell, graphId } of watched) sets.join(`${graphId}.current_node_id`, variableName(cell))
  const own = (actor: Rule): string => `${actor.kind} ${actor.id}`
  for (const actor of actors) {
    const cells = [...actor.reads.cells.keys(), ...actor.hinges.keys(), ...actor.writes.keys()].filter((name) =>
      relevant.has(name),
    )
    for (const name of together ? ['all', ...cells] : cells) sets.join(own(actor), name)
  }
  const groups = new Map<string, { members: Rule[]; cells: Variable[] }>()
  const groupOf = (name: string) => {
    const root = sets.find(name)
    const group = groups.get(root) ?? { members: [], cells: [] }
    groups.set(root, group)
    return group
  }
  for (const actor of actors) groupOf(own(actor)).members.push(actor)
  for (const [name, cell] of relevant) groupOf(name).cells.push(cell)
  return [...groups.values()]
}

function boundsOf(
  gamebook: Gamebook,
  cell: Variable,
  uses: ReadonlyMap<string, NumberUse>,
  actors: readonly Rule[],
): NumberBounds | null {
  if (cell.kind !== 'field' || typeof startValue(gamebook, cell.entityId, cell.field) !== 'number') return null
  const name = variableName(cell)
  const use = uses.get(name)
  const clock = gamebook.entities.get(cell.entityId)?.clock
  const isClock = clock !== undefined && cell.field === 'minutes'
  if (use === undefined || use.isExact || actors.some(({ hinges }) => hinges.has(name))) return null
  const amounts = actors.flatMap(({ steps }) => steps.filter((step) => step.cell === name).map(({ amount }) => amount))
  const canFall = !isClock && amounts.some((amount) => amount === null || amount < 0)
  const canRise = isClock || amounts.some((amount) => amount === null || amount > 0)
  return {
    least: canRise ? -Infinity : Math.min(...use.bounds),
    most: canFall ? Infinity : Math.max(...use.bounds),
    dayStart: isClock && use.isPeriodic ? clock.start : null,
  }
}

class DisjointSets {
  private readonly parents = new Map<string, string>()

  find(name: string): string {
    let root = name
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent
    for (let at = name; at !== root;) {
      const next = this.parents.get(at) ?? root
      this.parents.set(at, root)
      at = next
    }
    return root
  }

  join(one: string, other: string): void {
    const [root, otherRoot] = [this.find(one), this.find(other)]
    if (root !== otherRoot) this.parents.set(root, otherRoot)
  }
}
