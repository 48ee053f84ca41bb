import { z } from 'zod'

import { ARMS, type Arm } from '../arms/arms.ts'
import { Figures, figuresOf } from './figures.ts'
import { Recommendation, recommend } from './recommend.ts'
import type { TurnResult } from './turnResult.ts'

/** What a run has found out about a model. */
export const BenchmarkReport = z
  .object({
    recommendation: Recommendation,
    figures: z.array(Figures).describe('One for each arm that has results'),
    cost: z.number().nullable().describe('Of all turns; null if it is not known'),
    currency: z.string().nullable(),
  })
  .meta({ id: 'BenchmarkReport' })
export type BenchmarkReport = z.infer<typeof BenchmarkReport>

/** The recommendation is that of the arm with the most of the app. */
export function reportOn(results: readonly TurnResult[]): BenchmarkReport {
  const arms = ARMS.filter((arm) => results.some((result) => result.arm === arm))
  const figures = arms.map((arm) => figuresOf(arm, results))
  const best: Arm = arms.at(-1) ?? 'full'
  const costs = results.map(({ cost }) => cost)
  const isKnown = costs.length > 0 && !costs.includes(null)
  return {
    recommendation: recommend(figures.at(-1) ?? figuresOf(best, [])),
    figures,
    cost: isKnown ? costs.reduce<number>((total, cost) => total + (cost ?? 0), 0) : null,
    currency: results.find(({ currency }) => currency !== null)?.currency ?? null,
  }
}
