import { parseJson } from '../json.ts'
import { countCharacters, estimateTokens } from '../models/contextWindow/estimateTokens.ts'
import { isObject, type Fields } from '../models/dialects/values.ts'
import { fieldNames } from '../models/parameters/fieldNames.ts'
import type { Prices } from '../models/prices/prices.ts'

/** An estimate may be too low by this factor. */
const SAFETY = 1.15
const BYTES_PER_TOKEN = 3

/** The most that a request may use. */
export interface WorstCase {
  readonly inputTokens: number
  /** Null if nothing limits the answer. */
  readonly outputTokens: number | null
}

/** Null for a request that has nothing generated, such as one for a model list. */
export function findWorstCase(body: string): WorstCase | null {
  if (body === '') return null
  const request = parseJson(body)
  if (isObject(request) && !CONVERSATIONS.some((field) => field in request)) return null
  const estimate = estimateTokens(countCharacters(body)).most * SAFETY
  return {
    inputTokens: Math.ceil(Math.max(estimate, Buffer.byteLength(body) / BYTES_PER_TOKEN)),
    outputTokens: isObject(request) ? findOutputLimit(request) : null,
  }
}

/** The fields with what a model is to continue, in the requests of all providers. */
const CONVERSATIONS = ['messages', 'input', 'contents', 'prompt']
/** Objects of a request that may hold its parameters. */
const NESTED = ['options', 'generationConfig']

/** Extra request fields that have several answers generated, of which one is read. */
const ANSWERS = ['best_of', 'candidateCount', 'candidate_count']

/** All that a request allows to be written. If it says so twice, the larger number counts. */
function findOutputLimit(request: Fields): number | null {
  const levels = [request, ...NESTED.map((name) => request[name]).filter(isObject)]
  const valuesOf = (names: readonly string[]) => levels.flatMap((level) => names.map((name) => level[name]))
  const limits = valuesOf(fieldNames.maxOutputTokens)
  // A server may read a text as a number.
  if (limits.some((limit) => typeof limit === 'string')) return null
  // Ollama takes negative numbers for "no limit".
  const known = limits.filter(isPositive)
  const answers = Math.max(1, ...valuesOf(ANSWERS).filter(isPositive))
  return known.length === 0 ? null : Math.ceil(Math.max(...known) * answers)
}

const isPositive = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0

const MILLION = 1_000_000

/** What a request costs at most, in the currency of the prices. */
export function worstCost(
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
  { input, cachedInput, cacheWrite, output }: Prices,
): number {
  const highest = Math.max(input, cachedInput ?? 0, cacheWrite ?? 0)
  return (inputTokens * highest + outputTokens * output) / MILLION
}
