import { findHandling } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { joinDestinations } from './joinDestinations.ts'
import { joinOr, joinPhrases } from './list.ts'
import { choicePhrase } from './choicePhrase.ts'
import { vary } from './vary.ts'
import { exitPhrase } from './exitPhrase.ts'

/** The player's options in one sentence: "You could go down the well, or to the chapel." Empty if there are none. */
export function suggestMoves(scene: Scene, options: readonly Option[] = scene.options, most = USUAL): string {
  const phrase = moveVerbs(
    scene,
    options.filter(
      ({ reason, action }) => reason === null && (most > USUAL || findHandling(action ?? '')?.isSuggested !== false),
    ),
    most,
  )
  if (phrase === '') return ''
  return vary(scene, 'outlook', [`You could ${phrase}.`, `From here you could ${phrase}.`, `You might ${phrase}.`])
}

/** The number of options in a suggestion; only a player who asks for all of them gets more. */
const USUAL = 9

/** The options without a beginning: "go down the well, or to the chapel". */
export function moveVerbs(scene: Scene, options: readonly Option[], most: number): string {
  const exits = options.filter(({ kind }) => kind === 'exit').flatMap((option) => exitPhrase(option, scene) ?? [])
  const destinations = unique(exits.flatMap((exit) => (exit.kind === 'go' ? [exit.destination] : [])))
  const verbs = exits.flatMap((exit) => (exit.kind === 'verb' ? [exit.phrase] : []))
  const actions = options.filter(({ kind }) => kind === 'action').flatMap((option) => choicePhrase(option, scene) ?? [])
  const others = unique([...verbs, ...actions]).slice(0, Math.ceil(most / 2))
  const shown = destinations.slice(0, most - others.length)
  const isAll = others.length === 0 && shown.length === destinations.length
  const go = shown.length === 0 ? [] : [`go ${joinDestinations(shown, isAll ? joinPhrases : joinOr)}`]
  const more = shown.length < destinations.length ? ['go somewhere else'] : []
  return joinPhrases([...go, ...others, ...more])
}

function unique(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}
