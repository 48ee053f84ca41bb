import type { NarratorInput } from '../narratorInput.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { answerTo, isOpen, type OpenIntent } from './answerTo.ts'
import { splitClauses } from './clauses.ts'
import type { Intent } from './intent.ts'
import { withReferent } from './referent.ts'
import { spellOutAll } from './spellOutAll.ts'
import { understand } from './understand.ts'

/**
 * What the player's words ask for at this step of the turn; null when all that they asked for has been tried.
 * After a first call only another one counts, or why there is none.
 */
export function nextIntent(input: NarratorInput, scene: Scene): Intent | null {
  const { before, results, view } = input
  if (input.words === null || view.ending !== null) return null
  const words = withReferent(input.words, input.asked.at(-1))
  const start = before === null ? scene : toScene(input, before)
  const open = findOpen(input.asked, start)
  const answer = open === null ? null : answerTo(open, words, understand(words, start), start)
  if (answer !== null) return results.length === 0 ? answer : null
  const wishes = splitWishes(words, start)
  const wish = wishes[results.length]
  if (results.length === 0) return understand(wish ?? words, scene)
  if (wish === undefined || results.at(-1)?.result === 'refused') return null
  const meaning = understand(wish, scene)
  return meaning.kind === 'call' || meaning.kind === 'shut' ? meaning : null
}

/** What the turns before left open: nothing has happened since, so their words still come to the same. */
function findOpen(asked: readonly string[], scene: Scene): OpenIntent | null {
  return asked.reduce<OpenIntent | null>((open, words) => {
    const fresh = understand(words, scene)
    const meaning = open === null ? fresh : (answerTo(open, words, fresh, scene) ?? fresh)
    return isOpen(meaning) ? meaning : null
  }, null)
}

/** What is asked for in one breath, from the first wish that can be done on. One said in two ways counts once. */
function splitWishes(words: string, start: Scene): readonly string[] {
  const clauses = splitClauses(words)
    .flatMap((clause) => spellOutAll(clause, start))
    .map((clause) => ({ clause, call: callOf(understand(clause, start)) }))
  const first = clauses.findIndex(({ call }) => call !== null)
  if (first < 0) return [words]
  const wishes = clauses
    .slice(first)
    .filter(({ call }, index, all) => call === null || all.findIndex((other) => isSameCall(call, other.call)) === index)
  return wishes.length < 2 ? [words] : wishes.map(({ clause }) => clause)
}

function callOf(meaning: Intent): OptionCall | null {
  return meaning.kind === 'call' ? meaning.call : null
}

function isSameCall(left: OptionCall, right: OptionCall | null): boolean {
  return left.function === right?.function && JSON.stringify(left.args) === JSON.stringify(right.args)
}
