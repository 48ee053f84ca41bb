import { findHandling, movesGraph } from '@llm-gamebook/story'
import type { CallResult, NarratorInput } from '../narratorInput.ts'
import { actionPhrase } from '../prose/actionPhrase.ts'
import { nameOfChoice } from '../prose/choicePhrase.ts'
import { rollPhrase } from '../prose/rollPhrase.ts'
import { toSentence } from '../prose/sentences.ts'
import type { Scene } from '../scene/scene.ts'

/** What the player did this turn, and the rolls, where the author has no words: "You light the lamp." */
export function narrateActions(input: NarratorInput, before: Scene, after: Scene): string[] {
  const done = input.results.filter(({ result, narrations }) => result === 'applied' && narrations.length === 0)
  return done.flatMap((result) => [
    ...describeAction(result, input, before, after),
    ...result.rolls.map((roll) => rollPhrase(roll)),
  ])
}

/** After a failed check the player only tried. */
function describeAction(result: CallResult, { message }: NarratorInput, before: Scene, after: Scene): string[] {
  const phrase = itemPhrase(result, message ?? '', before, after) ?? stepPhrase(result, before, after)
  if (phrase === null) return []
  const isFailed = result.rolls.some(({ isCheck, success }) => isCheck && success === false)
  return [toSentence(isFailed && !/^try /.test(phrase) ? `you try to ${phrase}` : `you ${phrase}`)]
}

/** What the player did with an item of their choice. */
function itemPhrase({ action, args }: CallResult, message: string, before: Scene, after: Scene): string | null {
  const { item: itemId, to } = args
  const item = typeof itemId === 'string' ? nameById(itemId, before, after) : null
  const handling = findHandling(action ?? '')
  if (item === null || handling === null) return null
  const receiver = typeof to === 'string' ? nameById(to, before, after) : null
  if (receiver === null) return handling.done(item, null)
  const isPerson = [before, after].some(({ people }) => people.some(({ id }) => id === to))
  return handling.done(item, { name: receiver, preposition: isPerson ? null : prepositionIn(message) })
}

/** The player's own preposition says whether the item goes on or into the receiver. */
function prepositionIn(message: string): string {
  return (
    /\b(on|onto|in|into|inside|under|behind|beside|against|by)\b(?!.*\b(?:on|onto|in|into|inside)\b)/i
      .exec(message)?.[1]
      ?.toLowerCase() ?? 'by'
  )
}

/** The author's label of the step, else what the function does. A move is narrated with the new place. */
function stepPhrase(
  { function: name, args, description, action }: CallResult,
  before: Scene,
  after: Scene,
): string | null {
  const options = before.options.filter(({ call, kind }) => call?.function === name && kind === 'action')
  const taken = options.find(({ targetId }) => targetId !== null && targetId === args['to'])
  if (taken !== undefined) return actionPhrase(taken)
  if (movesGraph(action ?? '') && typeof args['to'] === 'string') return null
  const phrase = actionPhrase({ description, label: null })
  return phrase === null ? null : `${phrase}${formatValues(args, before, after)}`
}

/** The texts and names the player chose: "search a drawer: T". A number or a yes says nothing by itself. */
function formatValues(args: CallResult['args'], before: Scene, after: Scene): string {
  const chosen = Object.values(args).flatMap((value) => {
    if (typeof value !== 'string') return []
    return [nameById(value, before, after) ?? (isIdIn(value, before, after) ? null : value)]
  })
  const texts = chosen.filter((value) => value !== null)
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`
}

function nameById(id: string, before: Scene, after: Scene): string | null {
  for (const scene of [before, after]) {
    const named = scene.view.entities.find((entity) => entity.id === id) ?? choiceById(id, scene)
    if (named !== undefined) return nameOfChoice(named, scene)
  }
  return null
}

function choiceById(id: string, { view }: Scene): { id: string; name: string } | undefined {
  for (const { parameters } of view.functions) {
    for (const slot of parameters) {
      const choice = slot.type === 'entity' ? slot.choices.find((each) => each.id === id) : undefined
      if (choice !== undefined && choice.name !== null) return { id, name: choice.name }
    }
  }
  return undefined
}

/** Whether a value is the id of an entity whose name the player may not know. */
function isIdIn(value: string, ...scenes: readonly Scene[]): boolean {
  return scenes.some(({ view }) =>
    view.functions.some(({ parameters }) =>
      parameters.some((slot) => slot.type === 'entity' && slot.choices.some(({ id }) => id === value)),
    ),
  )
}
