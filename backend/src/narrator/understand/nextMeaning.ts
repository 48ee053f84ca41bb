import type { NarratorInput } from '../narratorInput.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { splitClauses } from './clauses.ts'
import type { Meaning } from './meaning.ts'
import { understand } from './understand.ts'

/** What the player's words ask for at this step of the turn; null when all that they asked for has been tried. */
export function nextMeaning(input: NarratorInput, scene: Scene): Meaning | null {
  const { words, before, results, view } = input
  if (words === null || view.ending !== null) return null
  const wishes = splitWishes(words, before === null ? scene : toScene(input, before))
  const wish = wishes[results.length]
  if (results.length === 0) return understand(wish ?? words, scene)
  if (wish === undefined || results.at(-1)?.result === 'refused') return null
  const meaning = understand(wish, scene)
  return meaning.kind === 'call' ? meaning : null
}

/** What is asked for in one breath, from the first wish that can be done on. One said in two ways counts once. */
function splitWishes(words: string, start: Scene): readonly string[] {
  const clauses = splitClauses(words).map((clause) => ({ clause, call: callOf(understand(clause, start)) }))
  const first = clauses.findIndex(({ call }) => call !== null)
  if (first < 0) return [words]
  const wishes = clauses
    .slice(first)
    .filter(({ call }, index, all) => call === null || all.findIndex((other) => isSameCall(call, other.call)) === index)
  return wishes.length < 2 ? [words] : wishes.map(({ clause }) => clause)
}

function callOf(meaning: Meaning): OptionCall | null {
  return meaning.kind === 'call' ? meaning.call : null
}

function isSameCall(left: OptionCall, right: OptionCall | null): boolean {
  return left.function === right?.function && left.to === right.to
}
