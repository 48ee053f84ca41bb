const COUNT = 3

/** The names with the most pairs of letters in common with `wanted`, best first. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const pairs = pairsOf(wanted)
  const score = (name: string): number => {
    const others = pairsOf(name)
    const shared = [...pairs].filter((pair) => others.has(pair)).length
    return shared / (pairs.size + others.size)
  }
  return names
    .map((name) => ({ name, score: score(name) }))
    .sort((left, right) => right.score - left.score)
    .slice(0, COUNT)
    .map(({ name }) => name)
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = name.toLowerCase()
  return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, index) => letters.slice(index, index + 2)))
}
