import type { ExploredSlice } from './explore.ts'

/** The indexes of the visits from which play can go on to one of the wanted ones, these included. */
export function visitsWithPathTo(
  { visits, transitions }: ExploredSlice,
  isWanted: (index: number) => boolean,
): ReadonlySet<number> {
  const sources = new Map<number, number[]>()
  for (const [from, to] of transitions) {
    const known = sources.get(to)
    if (known === undefined) sources.set(to, [from])
    else known.push(from)
  }
  const waiting = [...visits.keys()].filter(isWanted)
  const found = new Set(waiting)
  for (let to = waiting.pop(); to !== undefined; to = waiting.pop()) {
    for (const from of sources.get(to) ?? []) {
      if (found.has(from)) continue
      found.add(from)
      waiting.push(from)
    }
  }
  return found
}
