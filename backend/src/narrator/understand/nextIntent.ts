import type { NarratorInput } from '../narratorInput.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { answerExpected } from './talk/answerExpected.ts'
import { answerTo, isOpen, type OpenIntent } from './answerTo.ts'
import { splitClauses } from './clauses.ts'
import type { Intent } from './intent.ts'
import { withReferent } from './referent.ts'
import { spellOutAll } from './spellOutAll.ts'
import { understand } from './understand.ts'

/**
 * What the player's message asks for at this step of the turn; null after its last wish.
 * After a first call only a further call or a refusal counts.
 */
export function nextIntent(input: NarratorInput, scene: Scene): Intent | null {
  const { before, results, view } = input
  if (input.message === null || view.ending !== null) return null
  const message = withReferent(input.message, input.openMessages.at(-1))
  const start = before === null ? scene : toScene(input, before)
  const open = findOpen(input.openMessages, start)
  const answer = open === null ? null : answerTo(open, message, understand(message, start), start)
  if (answer !== null) return results.length === 0 ? answer : null
  const wishes = splitWishes(message, start)
  const wish = wishes[results.length]
  if (results.length === 0) return answerExpected(understand(wish ?? message, scene), message, scene)
  if (wish === undefined || results.at(-1)?.result === 'refused') return null
  const intent = understand(wish, scene)
  return intent.kind === 'call' || intent.kind === 'refused' ? intent : null
}

/** The question that earlier messages left open. Nothing has happened since, so they still mean the same. */
function findOpen(asked: readonly string[], scene: Scene): OpenIntent | null {
  return asked.reduce<OpenIntent | null>((open, message) => {
    const alone = understand(message, scene)
    const intent = open === null ? alone : (answerTo(open, message, alone, scene) ?? alone)
    return isOpen(intent) ? intent : null
  }, null)
}

/** The wishes in one message, from the first possible one on. A wish that is repeated in other words counts once. */
function splitWishes(message: string, start: Scene): readonly string[] {
  const clauses = splitClauses(message)
    .flatMap((clause) => spellOutAll(clause, start))
    .map((clause) => ({ clause, call: callOf(understand(clause, start)) }))
  const first = clauses.findIndex(({ call }) => call !== null)
  if (first < 0) return [message]
  const wishes = clauses
    .slice(first)
    .filter(({ call }, index, all) => call === null || all.findIndex((other) => isSameCall(call, other.call)) === index)
  return wishes.length < 2 ? [message] : wishes.map(({ clause }) => clause)
}

function callOf(intent: Intent): OptionCall | null {
  return intent.kind === 'call' ? intent.call : null
}

function isSameCall(left: OptionCall, right: OptionCall | null): boolean {
  return left.function === right?.function && JSON.stringify(left.args) === JSON.stringify(right.args)
}
