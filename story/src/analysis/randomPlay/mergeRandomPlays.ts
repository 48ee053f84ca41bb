import type { RandomPlays } from './randomPlay.ts'

/** Merges the results of plays that ran in parallel. Of several failures, the one with the lowest seed is kept. */
export function mergeRandomPlays(parts: readonly RandomPlays[]): RandomPlays {
  const endings = new Map<string, number>()
  for (const [ending, times] of parts.flatMap((part) => [...part.endings]))
    endings.set(ending, (endings.get(ending) ?? 0) + times)
  const all = <Name>(names: (part: RandomPlays) => ReadonlySet<Name>): ReadonlySet<Name> =>
    new Set(parts.flatMap((part) => [...names(part)]))
  const failures = parts.flatMap(({ failure }) => failure ?? []).toSorted((a, b) => a.seed - b.seed)
  return {
    runs: sumOf(parts, ({ runs }) => runs),
    steps: sumOf(parts, ({ steps }) => steps),
    unfinished: sumOf(parts, ({ unfinished }) => unfinished),
    endings,
    coverage: {
      nodes: all(({ coverage }) => coverage.nodes),
      edges: all(({ coverage }) => coverage.edges),
      functions: all(({ coverage }) => coverage.functions),
      triggers: all(({ coverage }) => coverage.triggers),
      goals: all(({ coverage }) => coverage.goals),
    },
    failure: failures[0] ?? null,
  }
}

function sumOf(parts: readonly RandomPlays[], count: (part: RandomPlays) => number): number {
  return parts.reduce((sum, part) => sum + count(part), 0)
}
