import type { Option } from '../scene/option.ts'
import { hasPhrase } from '../words/phrases.ts'

/** The option with the longest label that the words have as it is: "carefully over the hatch", not "over the hatch". */
export function findByLabel(options: readonly Option[], words: readonly string[]): Option | null {
  const labeled = options.filter(({ label }) => label !== null && hasPhrase(words, label))
  const longest = Math.max(0, ...labeled.map(lengthOf))
  const [first, ...others] = labeled.filter((option) => lengthOf(option) === longest)
  return first !== undefined && others.length === 0 ? first : null
}

function lengthOf({ label }: Option): number {
  return label?.length ?? 0
}
