import type { Clock } from '../../clock.ts'
import { countRequestBytes } from '../../engine/memory/requestBytes.ts'
import { DEFAULT_FACTOR } from '../../engine/memory/tokenFactor.ts'
import { costOf } from '../../models/prices/costOf.ts'
import type { Narrator } from '../../models/narrator.ts'
import { NO_REQUEST_LOG } from '../../models/transport/requestLog.ts'
import type { Arm } from '../arms/arms.ts'
import { prepareTurns, stepsOf } from '../play/prepareTurns.ts'
import { createScriptedModel } from '../play/scriptedModel.ts'
import type { BenchmarkBook } from '../script/benchmarkBooks.ts'
import { measureJob } from './measureJob.ts'

/** What a run is expected to use. A model that thinks writes more. */
export interface ExpectedUse {
  readonly turns: number
  readonly requests: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Null if the price of the model is not known. */
  readonly cost: number | null
  readonly currency: string | null
}

/** Models write more than the scripts do, and think before it. */
const MORE_OUTPUT = 2

export interface PlannedRun {
  readonly narrator: Narrator
  readonly books: readonly BenchmarkBook[]
  readonly arms: readonly Arm[]
  readonly clock: Clock
}

/** Plays all turns as the scripts have them, without a provider, and counts what would be sent. */
export async function expectUse(run: PlannedRun): Promise<ExpectedUse> {
  const { books, arms, clock } = run
  const { findCutPrompt: _, ...narrator } = { ...run.narrator, onRefused: () => {} } satisfies Narrator
  const tools = { clock, requests: NO_REQUEST_LOG, signal: new AbortController().signal }
  let [turns, requests, input, output] = [0, 0, 0, 0]
  for (const book of books) {
    for (const prepared of await prepareTurns(book, tools)) {
      for (const arm of arms) {
        const steps = arm === 'prompt' ? stepsOf({ ...prepared.turn, calls: [] }) : stepsOf(prepared.turn)
        const model = createScriptedModel(steps, (request) => {
          requests += 1
          input += countRequestBytes(request)
        })
        await measureJob(arm, prepared, { ...narrator, model }, tools)
        turns += 1
        output += Buffer.byteLength(JSON.stringify(steps))
      }
    }
  }
  const inputTokens = Math.round(input * DEFAULT_FACTOR)
  const outputTokens = Math.round(output * DEFAULT_FACTOR * MORE_OUTPUT)
  const prices = narrator.findPrices?.()?.prices ?? null
  const cost = prices === null ? null : costOf({ inputTokens, outputTokens }, prices)
  return { turns, requests, inputTokens, outputTokens, cost, currency: prices?.currency ?? null }
}

/** What one turn of a run is expected to cost on average; 0 if the price of the model is not known. */
export async function expectTurnCost(run: PlannedRun): Promise<number> {
  const { cost, turns } = await expectUse(run)
  return cost === null || turns === 0 ? 0 : cost / turns
}
