import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb } from '../words/verbs.ts'
import { listReadings, toPlayerInput, type PlayerInput } from './playerInput.ts'
import { scoreOption, type ScoredOption } from './scoreOption.ts'

/** A message as the player may mean it. */
export interface Reading {
  readonly input: PlayerInput
  /** The options, the likeliest first. */
  readonly ranked: readonly ScoredOption[]
}

/** Of the readings of a rare verb, the one that fits an option best. */
export function chooseReading(text: string, scene: Scene): Reading {
  const readings = listReadings(text, scene).map((input) => ({
    input,
    ranked: rankOptions(optionsFor(input, scene), input),
  }))
  const [first, ...others] = readings
  const chosen = others.reduce<Reading | undefined>(
    (best, next) => (scoreOf(next) > Math.max(scoreOf(best), MIN_SURE) + 0.001 ? next : best),
    first,
  )
  return chosen ?? { input: toPlayerInput(text, scene), ranked: [] }
}

function scoreOf(reading: Reading | undefined): number {
  return reading?.ranked[0]?.score ?? 0
}

/** A refused function may be about something that is not here: its reason is given only for what the player can see. */
function optionsFor(input: PlayerInput, scene: Scene): readonly Option[] {
  const isOffered = ({ call, kind }: Option) => call !== null || kind === 'exit'
  if (scene.options.every(isOffered) || isInSight(input, scene)) return scene.options
  return scene.options.filter(isOffered)
}

function isInSight({ stems }: PlayerInput, { place, visible, playerCharacter }: Scene): boolean {
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word))
  const texts = [place, playerCharacter, ...visible].flatMap((shown) =>
    shown === null ? [] : [shown.name, shown.description],
  )
  const shown = new Set(texts.flatMap(contentWords))
  return (
    nouns.length === 0 || nouns.some((word) => shown.has(word) || [...shown].some((other) => areSynonyms(word, other)))
  )
}

/** The best first. A refused function is meant only if nothing that can be done now is: it may belong anywhere. */
function rankOptions(options: readonly Option[], input: PlayerInput): readonly ScoredOption[] {
  const ranked = options.map((option) => scoreOption(option, input)).sort((left, right) => right.score - left.score)
  if (!ranked.some((scored) => isSure(scored) && scored.option.reason === null)) return ranked
  return [...ranked.filter((scored) => !isGuess(scored)), ...ranked.filter(isGuess)]
}

/** A refused function that the message does not name in full. */
export function isGuess({ option, isFullyNamed }: ScoredOption): boolean {
  return option.call === null && option.kind === 'action' && !isFullyNamed
}

/** The score from which an option counts as meant. */
const MIN_SURE = 0.55

export function isSure(best: ScoredOption | undefined): best is ScoredOption {
  return best !== undefined && best.score >= MIN_SURE
}
