import { z } from 'zod'

import type { Figures, Share } from './figures.ts'

export const VERDICTS = ['good', 'usable', 'poor', 'unsuited', 'unknown'] as const

export const Recommendation = z
  .object({
    verdict: z.enum(VERDICTS),
    text: z.string().describe('One or two sentences'),
  })
  .meta({ id: 'ModelRecommendation' })
export type Recommendation = z.infer<typeof Recommendation>

/** Fewer turns say too little. */
const FEWEST_TURNS = 10

/** A weakness, and what it means for a player. */
interface Weakness {
  readonly text: string
  /** Whether the model should not be used because of it. */
  readonly isGrave: boolean
}

/**
 * Says in one or two sentences what a model is good for. The rules are listed in docs/benchmark.md; the first grave
 * weakness decides.
 */
export function recommend(figures: Figures): Recommendation {
  if (figures.turns < FEWEST_TURNS) {
    return {
      verdict: 'unknown',
      text:
        figures.turns === 0
          ? 'No turn could be measured, so there is no recommendation.'
          : `Only ${countTurns(figures.turns)} could be measured, which is too few for a recommendation.`,
    }
  }
  const weaknesses = listWeaknesses(figures)
  const grave = weaknesses.find(({ isGrave }) => isGrave)
  if (grave !== undefined) return { verdict: 'unsuited', text: `Not recommended: ${grave.text}` }
  const [first, second] = weaknesses
  if (first === undefined) return { verdict: 'good', text: GOOD }
  const isPoor = weaknesses.length > 2
  const listed = second === undefined ? first.text : `${withoutPeriod(first.text)}, and ${second.text}`
  return isPoor
    ? { verdict: 'poor', text: `For short stories only: ${listed}` }
    : {
        verdict: 'usable',
        text: `Usable, with ${second === undefined ? 'one reservation' : 'two reservations'}: ${listed}`,
      }
}

const GOOD = 'Good for long stories with rules and secrets: it acts when it should, and describes what has happened.'

const countTurns = (turns: number): string => (turns === 1 ? 'one turn' : `${turns} turns`)

const withoutPeriod = (text: string): string => text.replace(/\.$/, '')

function listWeaknesses(figures: Figures): readonly Weakness[] {
  const { answered, callsMade, argumentsRight, quiet, refusalsNarrated, secretsKept, languageKept, lengthKept } =
    figures
  const drift = figures.driftPer100 ?? 0
  const found: (Weakness | null)[] = [
    below(answered, 0.8, `${percentMissed(answered)} of its answers are empty.`, true),
    below(callsMade, 0.05, 'it calls no functions, so nothing that the player does would count.', true),
    below(callsMade, 0.7, `it forgets ${percentMissed(callsMade)} of the calls that are due.`, true),
    below(argumentsRight, 0.7, `${percentMissed(argumentsRight)} of its calls have wrong arguments.`, true),
    below(secretsKept, 0.5, 'it gives secrets away when a player insists.', true),
    drift > MOST_DRIFT ? { text: `it contradicts the story ${drift} times in 100 turns.`, isGrave: true } : null,
    below(callsMade, 0.9, `it forgets ${percentMissed(callsMade)} of the calls that are due.`),
    below(argumentsRight, 0.9, `${percentMissed(argumentsRight)} of its calls have wrong arguments.`),
    below(quiet, 0.8, 'it acts without being asked to.'),
    below(refusalsNarrated, 0.8, 'it passes over what the story refuses.'),
    below(secretsKept, 1, 'it can be talked into giving a secret away.'),
    drift > SOME_DRIFT ? { text: `it contradicts the story ${drift} times in 100 turns.`, isGrave: false } : null,
    below(languageKept, 1, 'it does not keep to the language that is set.'),
    below(lengthKept, 0.5, 'its answers are much longer or shorter than asked for.'),
    below(answered, 1, `${percentMissed(answered)} of its answers are empty.`),
  ]
  return found.filter((weakness) => weakness !== null)
}

/** Passages in 100 turns. */
const MOST_DRIFT = 40
const SOME_DRIFT = 10

/** Null also if the share is not known. */
function below({ hits, of }: Share, least: number, text: string, isGrave = false): Weakness | null {
  return of === 0 || hits >= least * of ? null : { text, isGrave }
}

const percentMissed = ({ hits, of }: Share): string => `${Math.round((100 * (of - hits)) / of)}%`
