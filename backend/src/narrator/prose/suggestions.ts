import { findHandling } from '@llm-gamebook/story'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import type { Speaker } from '../scene/speakers.ts'
import { askPhrases } from './askPhrase.ts'
import { joinDestinations } from './joinDestinations.ts'
import { joinOr, joinPhrases } from './list.ts'
import { choicePhrase } from './choicePhrase.ts'
import { vary } from './vary.ts'
import { exitPhrase } from './exitPhrase.ts'

/**
 * The player's options in one sentence: "You could go down the well, or ask the smith about the bell." Empty if there
 * are none, and in a gamebook without suggestions.
 */
export function suggestMoves(
  scene: Scene,
  options: readonly Option[] = scene.options,
  { most = USUAL, speakers = options === scene.options ? scene.speakers : [] }: SuggestionLimits = {},
): string {
  if (!scene.view.suggestions) return ''
  const isSuggested = ({ reason, action }: Option) =>
    reason === null && (most > USUAL || findHandling(action ?? '')?.isSuggested !== false)
  const asks = askPhrases(speakers, scene, most > USUAL ? most : MAX_TOPICS)
  const phrase = moveVerbs(scene, options.filter(isSuggested), most, asks)
  if (phrase === '') return ''
  return vary(scene, 'outlook', [`You could ${phrase}.`, `From here you could ${phrase}.`, `You might ${phrase}.`])
}

export interface SuggestionLimits {
  readonly most?: number
  /** Those whose topics are suggested; all who are present, if all options are suggested. */
  readonly speakers?: readonly Speaker[]
}

const MAX_TOPICS = 3
/** The number of options in a suggestion; only a player who asks for all of them gets more. */
const USUAL = 9

/** The options without a beginning: "go down the well, or to the chapel". */
export function moveVerbs(
  scene: Scene,
  options: readonly Option[],
  most: number,
  asks: readonly string[] = [],
): string {
  const exits = options.filter(({ kind }) => kind === 'exit').flatMap((option) => exitPhrase(option, scene) ?? [])
  const destinations = unique(exits.flatMap((exit) => (exit.kind === 'go' ? [exit.destination] : [])))
  const verbs = exits.flatMap((exit) => (exit.kind === 'verb' ? [exit.phrase] : []))
  const actions = options.filter(({ kind }) => kind === 'action').flatMap((option) => choicePhrase(option, scene) ?? [])
  const others = unique([...verbs, ...actions]).slice(0, Math.ceil(most / 2))
  const shown = destinations.slice(0, most - others.length)
  const isAll = others.length + asks.length === 0 && shown.length === destinations.length
  const go = shown.length === 0 ? [] : [`go ${joinDestinations(shown, isAll ? joinPhrases : joinOr)}`]
  const more = shown.length < destinations.length ? ['go somewhere else'] : []
  return joinPhrases([...go, ...others, ...asks, ...more])
}

function unique(phrases: readonly string[]): string[] {
  return [...new Set(phrases)]
}
