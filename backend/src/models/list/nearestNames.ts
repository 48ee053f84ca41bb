const COUNT = 3
/** Equal names have 0.5; names that share a tenth don't look alike. */
const LEAST_SCORE = 0.1

/** The names with the most pairs of letters in common with `wanted`, best first; none that is quite different. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const pairs = pairsOf(wanted)
  const score = (name: string): number => {
    const others = pairsOf(name)
    const shared = [...pairs].filter((pair) => others.has(pair)).length
    return shared / (pairs.size + others.size)
  }
  return names
    .map((name) => ({ name, score: score(name) }))
    .filter(({ score: similarity }) => similarity > LEAST_SCORE)
    .sort((left, right) => right.score - left.score)
    .slice(0, COUNT)
    .map(({ name }) => name)
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = name.toLowerCase()
  return new Set(Array.from({ length: Math.max(letters.length - 1, 0) }, (_, index) => letters.slice(index, index + 2)))
}
