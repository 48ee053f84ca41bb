import type { Deadline } from '../verdict/deadline.ts'

/**
 * The nodes of a graph in groups, each node once: those of a group lead to each other. A group comes after those that it
 * leads to. (Tarjan's strongly connected components, without recursion.)
 */
export function findCircles(links: readonly (readonly number[])[], deadline: Deadline): readonly (readonly number[])[] {
  const circles: number[][] = []
  /** In the order of discovery, from 1; 0 for a node that was not found yet. */
  const found = new Int32Array(links.length)
  /** The first node that is known to be reached from each; `DONE` once its group is complete. */
  const lowest = new Int32Array(links.length)
  const nextLink = new Int32Array(links.length)
  const members: number[] = []
  const path: number[] = []
  let count = 0
  const enter = (node: number): void => {
    count += 1
    found[node] = count
    lowest[node] = count
    members.push(node)
    path.push(node)
  }
  for (let start = 0; start < links.length; start += 1) {
    if (found[start] === 0) enter(start)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      deadline.step()
      const next = links[node]?.[nextLink[node] ?? 0]
      if (next !== undefined) {
        nextLink[node] = (nextLink[node] ?? 0) + 1
        if (found[next] === 0) enter(next)
        else lower(node, lowest[next] ?? DONE)
        continue
      }
      path.pop()
      if (lowest[node] === found[node]) circles.push(takeCircle(node))
      const before = path.at(-1)
      if (before !== undefined) lower(before, lowest[node] ?? DONE)
    }
  }
  return circles

  function lower(node: number, to: number): void {
    lowest[node] = Math.min(lowest[node] ?? DONE, to)
  }

  function takeCircle(last: number): number[] {
    const circle = members.splice(members.lastIndexOf(last))
    for (const node of circle) lowest[node] = DONE
    return circle
  }
}

const DONE = 2 ** 31 - 1
