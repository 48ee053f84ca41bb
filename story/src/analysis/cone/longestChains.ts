import type { Deadline } from '../verdict/deadline.ts'
import { findCircles } from './findCircles.ts'

/** Who sets off whom, by position. */
export type Links = readonly (readonly number[])[]

/** The most rounds of a chain that starts at each trigger. Infinite if some in a circle can fire without end. */
export function longestChains(links: Links, isOnce: readonly boolean[], deadline: Deadline): readonly number[] {
  const rounds: number[] = []
  // The circles that others lead to come first.
  for (const circle of findCircles(links, deadline)) {
    const members = new Set(circle)
    const own = roundsIn(circle, links, isOnce, deadline)
    let after = 0
    for (const member of circle) {
      for (const next of links[member] ?? []) if (!members.has(next)) after = Math.max(after, rounds[next] ?? 0)
    }
    for (const member of circle) rounds[member] = own + after
  }
  return rounds
}

/** How many rounds a chain can take among triggers that set each other off in a circle. */
function roundsIn(circle: readonly number[], links: Links, isOnce: readonly boolean[], deadline: Deadline): number {
  const [first = -1] = circle
  if (circle.length === 1 && links[first]?.includes(first) !== true) return 1
  const free = circle.filter((node) => isOnce[node] !== true)
  const places = new Map(free.map((node, place) => [node, place]))
  const between = free.map((node) => (links[node] ?? []).flatMap((next) => places.get(next) ?? []))
  const longest = longestPath(between, deadline)
  const spent = circle.length - free.length
  return spent + (spent + 1) * longest
}

/** The number of nodes on the longest path; infinite if there is a circle. */
function longestPath(links: Links, deadline: Deadline): number {
  const lengths: number[] = []
  let longest = 0
  for (const [node = -1, ...others] of findCircles(links, deadline)) {
    const next = links[node] ?? []
    if (others.length > 0 || next.includes(node)) return Infinity
    const length = 1 + next.reduce((most, other) => Math.max(most, lengths[other] ?? 0), 0)
    lengths[node] = length
    longest = Math.max(longest, length)
  }
  return longest
}
