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
 * A part of a gamebook that nothing outside can influence: its rules read and write its own variables only. Each slice
 * is explored alone, so numbers of states add up instead of multiplying.
 */
export interface Slice {
  readonly variables: readonly SlicedVariable[]
  readonly rules: readonly Rule[]
  /** Whether the story can end here. */
  readonly ends: boolean
}

export interface SlicedVariable {
  readonly variable: Variable
  /** Null if every value matters. */
  readonly bounds: NumberBounds | null
}

/** All values beyond a bound are equivalent. */
export interface NumberBounds {
  readonly min: number
  readonly max: number
  /** For a clock whose time of day is read: its start in minutes after midnight. */
  readonly dayStart: number | null
}

export interface Slicing {
  readonly slices: readonly Slice[]
  /** Whether a rule of the gamebook can restart the story. */
  readonly resets: boolean
  /** Whether a rule reads the total of a roll, not only its success. */
  readonly readsTotal: boolean
  /** Fields that play can write and no rule reads. They are left out of the states. */
  readonly unread: readonly string[]
  /** Topics, as names of variables, that decide about words and are left out of the states. */
  readonly untracked: ReadonlySet<string>
  /** Numbers whose values beyond a bound are merged. */
  readonly bounded: readonly string[]
}

/** A variable that a search needs even if no rule reads it, and the graph whose nodes it is needed for. */
export interface Watch {
  readonly variable: Variable
  readonly graphId: string
}

export function sliceGamebook(gamebook: Gamebook, watched: readonly Watch[] = []): Slicing {
  const rules = listRules(gamebook)
  const { read, written } = findVariables(gamebook, rules, watched)
  const relevant = new Map([...read].filter(([name]) => written.has(name)))
  const expressions = expressionsOf(rules)
  const uses = numberUses(gamebook, expressions)
  const groups = groupRules(rules, relevant, watched)
  const slices = groups.map(({ members, variables }): Slice => {
    return {
      variables: variables.map((variable) => ({ variable, bounds: boundsOf(gamebook, variable, uses, rules) })),
      rules: members,
      ends: members.some(({ ends }) => ends),
    }
  })
  return {
    slices,
    resets: rules.some(({ resets }) => resets),
    readsTotal: [...expressions.keys()].some(({ root }) => pathsOf(root).some(isTotal)),
    unread: [...written].flatMap(([name, { kind }]) => (kind === 'field' && !relevant.has(name) ? [name] : [])),
    untracked: new Set(rules.flatMap(({ wordsOnly }) => [...wordsOnly].filter((name) => !relevant.has(name)))),
    bounded: slices.flatMap(({ variables }) =>
      variables.flatMap(({ variable, bounds }) => (bounds === null ? [] : [variableName(variable)])),
    ),
  }
}

function isTotal({ head, steps }: PathNode): boolean {
  return head.name === 'roll' && steps[0]?.name === 'total'
}

function findVariables(gamebook: Gamebook, rules: readonly Rule[], watched: readonly Watch[]) {
  const written = new Map(rules.flatMap(({ writes }) => [...writes]))
  const nonNumeric = new Set(rules.flatMap(({ nonNumericWrites }) => [...nonNumericWrites]))
  const read = new Map(rules.flatMap(({ reads, refusalInputs }) => [...reads.variables, ...refusalInputs]))
  for (const { variable } of watched) add(variable)
  for (const { id } of indexOf(gamebook).graphs) add({ kind: 'field', entityId: id, field: 'current_node_id' })
  for (const { id } of gamebook.triggers) add({ kind: 'trigger', triggerId: id })
  // An addition to a custom number that may hold something else can be refused.
  for (const { variable } of rules.flatMap(({ increments }) => increments)) {
    const known = written.get(variable)
    if (nonNumeric.has(variable) && known !== undefined) add(known)
  }
  return { read, written }

  function add(variable: Variable): void {
    read.set(variableName(variable), variable)
  }
}

function expressionsOf(rules: readonly Rule[]): ReadonlyMap<Expression, Use> {
  const expressions = new Map<Expression, Use>()
  for (const [expression, use] of rules.flatMap(({ reads }) => [...reads.expressions])) {
    if (expressions.get(expression) !== 'value') expressions.set(expression, use)
  }
  return expressions
}

interface Group {
  readonly members: Rule[]
  readonly variables: readonly Variable[]
}

/** Groups rules that share a variable. If the story can restart, all rules form one group. */
function groupRules(
  rules: readonly Rule[],
  relevant: ReadonlyMap<string, Variable>,
  watched: readonly Watch[],
): readonly Group[] {
  const sets = new DisjointSets()
  const areJoined = rules.some(({ resets }) => resets)
  for (const [name, variable] of relevant) {
    sets.join(name, areJoined ? 'all' : name)
    if (variable.kind === 'visited' || variable.kind === 'visits')
      sets.join(name, `${variable.graphId}.current_node_id`)
  }
  for (const { variable, graphId } of watched) sets.join(`${graphId}.current_node_id`, variableName(variable))
  const keyOf = (rule: Rule): string => `${rule.kind} ${rule.id}`
  for (const rule of rules) {
    const variables = [...rule.reads.variables.keys(), ...rule.refusalInputs.keys(), ...rule.writes.keys()].filter(
      (name) => relevant.has(name),
    )
    for (const name of areJoined ? ['all', ...variables] : variables) sets.join(keyOf(rule), name)
  }
  const groups = new Map<string, { members: Rule[]; variables: Variable[] }>()
  const groupOf = (name: string) => {
    const root = sets.find(name)
    const group = groups.get(root) ?? { members: [], variables: [] }
    groups.set(root, group)
    return group
  }
  for (const rule of rules) groupOf(keyOf(rule)).members.push(rule)
  for (const [name, variable] of relevant) groupOf(name).variables.push(variable)
  return [...groups.values()]
}

function boundsOf(
  gamebook: Gamebook,
  variable: Variable,
  uses: ReadonlyMap<string, NumberUse>,
  rules: readonly Rule[],
): NumberBounds | null {
  if (variable.kind === 'visits') return boundsOfVisits(uses.get(variableName(variable)))
  if (variable.kind !== 'field' || typeof startValue(gamebook, variable.entityId, variable.field) !== 'number')
    return null
  const name = variableName(variable)
  const use = uses.get(name)
  const clock = gamebook.entities.get(variable.entityId)?.clock
  const isClock = clock !== undefined && variable.field === 'minutes'
  if (use === undefined || use.isExact || rules.some(({ refusalInputs }) => refusalInputs.has(name))) return null
  const amounts = rules.flatMap(({ increments }) =>
    increments.filter((increment) => increment.variable === name).map(({ amount }) => amount),
  )
  const canFall = !isClock && amounts.some((amount) => amount === null || amount < 0)
  const canRise = isClock || amounts.some((amount) => amount === null || amount > 0)
  return {
    min: canRise ? -Infinity : Math.min(...use.bounds),
    max: canFall ? Infinity : Math.max(...use.bounds),
    dayStart: isClock && use.isPeriodic ? clock.start : null,
  }
}

/** Counts of visits only rise. */
function boundsOfVisits(use: NumberUse | undefined): NumberBounds | null {
  if (use === undefined || use.isExact) return null
  return { min: -Infinity, max: Math.max(...use.bounds), dayStart: null }
}

class DisjointSets {
  private readonly parents = new Map<string, string>()

  find(name: string): string {
    let root = name
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) root = parent
    for (let current = name; current !== root;) {
      const next = this.parents.get(current) ?? root
      this.parents.set(current, root)
      current = next
    }
    return root
  }

  join(one: string, other: string): void {
    const [root, otherRoot] = [this.find(one), this.find(other)]
    if (root !== otherRoot) this.parents.set(root, otherRoot)
  }
}
