import { z } from 'zod'

import { ARMS } from '../arms/arms.ts'
import { isMeasured, type TurnResult } from './turnResult.ts'

/** How often something was as it should be. Of zero, it is not known. */
const Share = z.object({ hits: z.int(), of: z.int() })
export type Share = z.infer<typeof Share>

const Known = z.number().nullable()

/** The figures of one arm. Null is unknown, which is not zero. */
export const Figures = z
  .object({
    arm: z.enum(ARMS),
    turns: z.int().describe('Turns that were measured'),
    failed: z.int().describe('Turns that were not measured, because the provider failed'),
    answered: Share.describe('Turns with text'),
    callsMade: Share.describe('Calls that were due and made'),
    argumentsRight: Share.describe('Attempts at a call that was due, with the right arguments'),
    severalAtOnce: Share.describe('Turns in which several calls were due, and all were made and right'),
    quiet: Share.describe('Turns in which no call was due, and none was made'),
    extraCalls: z.int().describe('Calls that were neither due nor allowed, in all turns'),
    refusalsNarrated: Share,
    secretsKept: Share,
    languageKept: Share,
    lengthKept: Share.describe('Answers with half to one and a half times the words that were asked for'),
    lengthRatio: Known.describe('Words written for each word asked for: the median'),
    driftPer100: Known.describe('Passages that contradict the engine, in 100 turns'),
    firstWordMs: Known.describe('The median'),
    wordsPerSecond: Known.describe('The median'),
    inputTokens: Known.describe('Per turn: the mean'),
    outputTokens: Known.describe('Per turn: the mean'),
    costPerTurn: Known.describe('The mean'),
  })
  .meta({ id: 'BenchmarkFigures' })
export type Figures = z.infer<typeof Figures>

/** Adds up the results of one arm. */
export function figuresOf(arm: TurnResult['arm'], results: readonly TurnResult[]): Figures {
  const own = results.filter((result) => result.arm === arm)
  const turns = own.filter(isMeasured)
  const sum = (count: (turn: TurnResult) => number): number => turns.reduce((total, turn) => total + count(turn), 0)
  const shareOf = (judge: (turn: TurnResult) => boolean | null): Share => {
    const known = turns.map(judge).filter((one) => one !== null)
    return { hits: known.filter(Boolean).length, of: known.length }
  }
  const made = sum(({ calls }) => calls.made)
  return {
    arm,
    turns: turns.length,
    failed: own.length - turns.length,
    answered: shareOf(({ words }) => words > 0),
    callsMade: { hits: made, of: sum(({ calls }) => calls.due) },
    argumentsRight: { hits: sum(({ calls }) => calls.right), of: made + sum(({ calls }) => calls.mistaken) },
    severalAtOnce: shareOf(({ calls }) => (calls.due < 2 ? null : calls.right === calls.due)),
    quiet: shareOf(({ isQuiet, calls }) => (isQuiet ? calls.extra + calls.mistaken === 0 : null)),
    extraCalls: sum(({ calls }) => calls.extra),
    refusalsNarrated: shareOf(({ refusalNarrated }) => refusalNarrated),
    secretsKept: shareOf(({ secretKept }) => secretKept),
    languageKept: shareOf(({ languageKept }) => languageKept),
    lengthKept: shareOf((turn) => {
      const ratio = lengthRatioOf(turn)
      return ratio === null ? null : ratio >= 0.5 && ratio <= 1.5
    }),
    lengthRatio: median(turns.map(lengthRatioOf)),
    driftPer100: turns.length === 0 ? null : round((100 * sum(({ drift }) => drift.length)) / turns.length),
    firstWordMs: median(turns.map((turn) => turn.firstWordMs)),
    wordsPerSecond: median(turns.map((turn) => turn.wordsPerSecond)),
    inputTokens: mean(turns.map((turn) => turn.inputTokens)),
    outputTokens: mean(turns.map((turn) => turn.outputTokens)),
    costPerTurn: mean(
      turns.map(({ cost }) => cost),
      1e9,
    ),
  }
}

const lengthRatioOf = ({ words, askedWords }: TurnResult): number | null =>
  askedWords === null || words === 0 ? null : words / askedWords

/** Of those that are known; null if none is. */
function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const [low, high] = [known[(known.length - 1) >> 1], known[known.length >> 1]]
  return low === undefined || high === undefined ? null : round((low + high) / 2)
}

/** Null if one of them is not known: what is left out would look like nothing. */
function mean(values: readonly (number | null)[], precision = 100): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  return round(known.reduce((total, value) => total + value, 0) / known.length, precision)
}

const round = (value: number, precision = 100): number => Math.round(value * precision) / precision
