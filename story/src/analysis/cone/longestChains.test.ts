import { expect, it } from 'vitest'

import { Chance } from '../fuzz/generate/chance.ts'
import { NO_DEADLINE } from '../verdict/deadline.ts'
import { longestChains, type Links } from './longestChains.ts'

it.each<[string, Links, readonly boolean[], readonly number[]]>([
  ['a line', [[1], [2], []], [], [3, 2, 1]],
  ['a branch, by its longer arm', [[1, 2], [3], [], []], [], [3, 2, 1, 1]],
  ['a circle without end', [[1], [0], []], [], [Infinity, Infinity, 1]],
  ['what leads to a circle', [[1], [1]], [], [Infinity, Infinity]],
  ['a circle of triggers that fire once', [[1], [2], [0]], [true, true, true], [3, 3, 3]],
  ['a circle that one trigger ends', [[1], [0]], [true, false], [3, 3]],
])('counts the rounds of %s', (_, links, isOnce, rounds) => {
  expect(longestChains(links, isOnce, NO_DEADLINE)).toEqual(rounds)
})

/** The most rounds of a real chain: a trigger that fires once is in it once. Stops at a length. */
function playChain(links: Links, isOnce: readonly boolean[], start: number, most: number): number {
  const fired = new Set<number>()
  const visit = (node: number, length: number): number => {
    if (length >= most || fired.has(node)) return length
    if (isOnce[node] === true) fired.add(node)
    const longest = (links[node] ?? []).reduce((found, next) => Math.max(found, visit(next, length + 1)), length + 1)
    fired.delete(node)
    return longest
  }
  return visit(start, 0)
}

it('never counts fewer rounds than a chain can have', () => {
  const chance = new Chance(3)
  for (let round = 0; round < 300; round += 1) {
    const nodes = [...Array(6).keys()]
    const links = nodes.map(() => nodes.filter(() => chance.is(0.25)))
    const isOnce = nodes.map(() => chance.is(0.5))
    const rounds = longestChains(links, isOnce, NO_DEADLINE)
    for (const node of nodes) expect(rounds[node]).toBeGreaterThanOrEqual(playChain(links, isOnce, node, 9))
  }
})

it('follows long chains and large circles', () => {
  const long = Array.from({ length: 50_000 }, (_, node) => [node + 1].filter((next) => next < 50_000))
  expect(longestChains(long, [], NO_DEADLINE)[0]).toBe(50_000)
  const circle = long.map((next) => (next.length === 0 ? [0] : next))
  const once = circle.map(() => true)
  expect(longestChains(circle, once, NO_DEADLINE)[7]).toBe(50_000)
})
