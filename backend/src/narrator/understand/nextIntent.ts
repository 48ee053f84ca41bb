import type { NarratorInput } from '../narratorInput.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { answerExpected } from './talk/answerExpected.ts'
import { answerTo, isOpen, type OpenIntent } from './answerTo.ts'
import { splitClauses } from './clauses.ts'
import type { Intent } from './intent.ts'
import { toPlayerInput } from './playerInput.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { withReferent } from './referent.ts'
import { isOrderToNarrator } from './sentence/readSentence.ts'
import { tokenize } from '../words/tokenize.ts'
import { spellOutAll } from './spellOutAll.ts'
import { understand } from './understand.ts'
import { findNamedPlace } from './walk.ts'

/** What the player's message asks for at this step of the turn; null after its last wish. */
export function nextIntent(input: NarratorInput, scene: Scene): Intent | null {
  const { before, results, view } = input
  if (input.message === null || view.ending !== null) return null
  const message = withReferent(input.message, input.openMessages.at(-1))
  const start = before === null ? scene : toScene(input, before)
  const open = findOpen(input.openMessages, start)
  const answer = open === null ? null : answerTo(open, message, understand(message, start), start)
  if (answer !== null) return results.length === 0 ? answer : null
  const wishes = splitWishes(message, start)
  if (results.at(-1)?.result === 'refused') return null
  const wish = currentWish(wishes, input, scene, start)
  if (results.length === 0) return answerExpected(understand(wish?.text ?? message, scene), message, scene)
  return wish === undefined ? null : furtherIntent(wish, input, scene)
}

interface Wish {
  readonly text: string
  /** Whether it may take another step on the same map. */
  readonly isLater: boolean
  /** The place of a walk that has begun. */
  readonly goal?: string
}

/** The first wish that the results so far have not met. A walk to a place takes as many results as it has steps. */
function currentWish(
  wishes: readonly Wish[],
  { results }: NarratorInput,
  scene: Scene,
  start: Scene,
): Wish | undefined {
  let done = 0
  for (const wish of wishes) {
    if (done >= results.length) return wish
    const goal = goalOf(wish, scene, start)
    do {
      done++
    } while (goal !== null && results[done - 1]?.movedTo !== goal && results[done]?.movedTo != null)
    const last = results[done - 1]
    if (goal !== null && done === results.length && last?.movedTo != null && last.movedTo !== goal)
      return { ...wish, goal }
  }
  return undefined
}

/** The known place that a wish names as its destination, if the turn did not begin there. */
function goalOf({ text }: Wish, scene: Scene, start: Scene): string | null {
  const { place, knownPlaces } = scene
  const places = place === null ? knownPlaces : [...knownPlaces, place]
  const goal = findNamedPlace(toPlayerInput(text, scene), places)?.nodeId ?? null
  return goal === start.place?.nodeId ? null : goal
}

/** What a further wish asks for, after a call. */
function furtherIntent(wish: Wish, { results }: NarratorInput, scene: Scene): Intent | null {
  const [first = wish.text] = spellOutAll(wish.text, scene)
  const intent = understand(first, scene)
  if (wish.goal !== undefined) return isStepTo(wish.goal, intent, scene) ? intent : null
  switch (intent.kind) {
    case 'walk':
      return intent
    case 'call': {
      const hasMoved = results.some(({ movedTo }) => movedTo !== null)
      return hasMoved && !wish.isLater && isVagueStep(wish, intent.call, scene) ? null : intent
    }
    case 'refused':
    case 'clarify':
    case 'ambiguous':
    case 'which-ask':
    case 'detail':
    case 'examine':
    case 'inventory':
    case 'time':
      return intent
    case 'unclear':
    case 'no-exit':
    case 'not-here':
    case 'no-topic':
      return toPlayerInput(wish.text, scene).mood === 'wish' ? { kind: 'rest', text: wish.text } : null
    default:
      return null
  }
}

/** Whether an intent goes on with a walk, or ends it. */
function isStepTo(goal: string, intent: Intent, { options }: Scene): boolean {
  if (intent.kind === 'walk') return intent.nodeId === goal
  return intent.kind === 'call' && options.some(({ call, nodeId }) => nodeId === goal && isSameCall(intent.call, call))
}

/** A step that the wish does not name by a noun: "push open the door and step inside" is one step. */
function isVagueStep({ text }: Wish, call: OptionCall, scene: Scene): boolean {
  const exit = scene.options.find((option) => option.kind === 'exit' && isSameCall(call, option.call))
  if (exit === undefined) return false
  const { stems, verb } = toPlayerInput(text, scene)
  const nouns = stems.filter((word) => word !== verb && !isDirection(word) && !isPassage(word))
  const named = exit.phrases.flat()
  return !nouns.some((word) => named.some((other) => word === other || areSynonyms(word, other)))
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
function splitWishes(message: string, start: Scene): readonly Wish[] {
  const whole = [{ text: message, isLater: true }]
  if (isOrderToNarrator(tokenize(message))) return whole
  const clauses = splitClauses(message)
    .map((clause, index, all) => ({ ...clause, text: withReferent(clause.text, all[index - 1]?.text) }))
    .flatMap((clause) => spellOutAll(clause.text, start).map((text) => ({ ...clause, text })))
    .map((wish) => ({ ...wish, call: callOf(understand(wish.text, start)) }))
  const first = clauses.findIndex(({ call }) => call !== null)
  if (first < 0) return whole
  const wishes = clauses
    .slice(first)
    .filter(({ call }, index, all) => call === null || all.findIndex((other) => isSameCall(call, other.call)) === index)
  if (wishes.length > 1) return wishes
  const [only] = wishes
  const alone = callOf(understand(message, start))
  return only === undefined || (alone !== null && alone.function === only.call?.function) ? whole : [only]
}

function callOf(intent: Intent): OptionCall | null {
  return intent.kind === 'call' || intent.kind === 'walk' ? intent.call : null
}

function isSameCall(left: OptionCall, right: OptionCall | null): boolean {
  return left.function === right?.function && JSON.stringify(left.args) === JSON.stringify(right.args)
}
