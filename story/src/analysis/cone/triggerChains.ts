import type { TriggerPrograms } from '../programs/programs.ts'
import type { ConeNode } from './cone.ts'
import { leavesOf } from './walkNodes.ts'
import type { ConditionRises } from './conditionRises.ts'

interface TriggerRoots {
  readonly condition: ConeNode
  readonly effects: readonly ConeNode[]
}

/** After this many rounds of triggers the engine stops. */
export const MAX_ROUNDS = 16

/**
 * The triggers that may set each other off for more rounds than the engine allows; empty if no chain of them can be so
 * long. One trigger sets off another if something that it writes can make the condition of the other true.
 */
export function longChains(
  triggers: readonly TriggerPrograms[],
  rootsOf: (trigger: TriggerPrograms) => TriggerRoots,
  rises: ConditionRises,
): readonly TriggerPrograms[] {
  const roots = triggers.map(rootsOf)
  const leaves = roots.map(({ effects }) => effects.flatMap(leavesOf))
  const resets = leaves.map((all) => all.some((leaf) => leaf.resets))
  const links = leaves.map((all, from) => {
    const writes = [
      ...new Map(all.flatMap((leaf) => leaf.writes).map((write) => [JSON.stringify(write), write])).values(),
    ]
    return roots.flatMap(({ condition }, to) => {
      return resets[from] === true || writes.some((write) => rises.canRise(condition, write)) ? [to] : []
    })
  })
  const isOnce = triggers.map(({ firedVariable }) => firedVariable !== null && !resets.includes(true))
  const rounds = longestChains(links, isOnce)
  return triggers.filter((_, index) => (rounds[index] ?? 0) > MAX_ROUNDS)
}

/** The most rounds of a chain that starts at each trigger. */
function longestChains(links: readonly (readonly number[])[], isOnce: readonly boolean[]): readonly number[] {
  const reachable = links.map((_, from) => reachableFrom(links, from))
  const circleOf = (node: number): readonly number[] =>
    [...(reachable[node] ?? [])].filter((other) => reachable[other]?.has(node) === true)
  /** How many rounds a chain can take among triggers that set each other off in a circle. */
  const roundsIn = (circle: readonly number[]): number => {
    if (circle.length === 0) return 1
    const free = new Set(circle.filter((node) => isOnce[node] !== true))
    const between = links.map((next, node) => (free.has(node) ? next.filter((other) => free.has(other)) : []))
    const known = new Map<number, number>()
    const longest = Math.max(0, ...[...free].map((node) => longestPath(between, node, known)))
    const spent = circle.length - free.size
    return spent + (spent + 1) * longest
  }
  const circles = links.map((_, node) => circleOf(node))
  const sizes = circles.map(roundsIn)
  const rounds: number[] = []
  const roundsFrom = (node: number): number => {
    const found = rounds[node]
    if (found !== undefined) return found
    const circle = circles[node] ?? []
    const members = circle.length === 0 ? [node] : circle
    const next = members.flatMap((member) => links[member] ?? []).filter((other) => !members.includes(other))
    const most = (sizes[node] ?? 1) + Math.max(0, ...next.map(roundsFrom))
    rounds[node] = most
    return most
  }
  return links.map((_, node) => roundsFrom(node))
}

/** What can be reached from a node by at least one link. */
function reachableFrom(links: readonly (readonly number[])[], start: number): ReadonlySet<number> {
  const reached = new Set(links[start])
  for (const node of reached) for (const next of links[node] ?? []) reached.add(next)
  return reached
}

/** The number of nodes on the longest path; infinite if it leads into a circle. `known` holds what was found before. */
function longestPath(links: readonly (readonly number[])[], node: number, known: Map<number, number>): number {
  const found = known.get(node)
  if (found !== undefined) return found
  known.set(node, Infinity)
  const length = 1 + Math.max(0, ...(links[node] ?? []).map((next) => longestPath(links, next, known)))
  known.set(node, length)
  return length
}
