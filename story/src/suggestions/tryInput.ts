import type { Arguments, SuggestionInput } from './suggestion.ts'

type Value = string | number | boolean

/** Whether a call with these arguments would be carried out now. */
export type Attempt = (args: Arguments) => boolean

/**
 * What the player may add to a call so it is carried out: numbers between the limits that work now, and the options
 * that do. Null if nothing was found that works.
 */
export function tryInput(
  input: readonly SuggestionInput[],
  fixed: Arguments,
  attempt: Attempt,
): readonly SuggestionInput[] | null {
  const base = findBase(input, fixed, attempt)
  if (base === null) return null
  const narrowed = input.map((one) => narrow(one, (value) => attempt({ ...base, [one.name]: value })))
  if (narrowed.includes(null)) return null
  const found = narrowed.filter((one) => one !== null)
  // With two inputs, one may limit the other.
  const isSafe = found.length < 2 || [0, -1].every((at) => attempt({ ...fixed, ...valuesAt(found, at) }))
  return isSafe ? found : null
}

/** Values that work together. */
function findBase(input: readonly SuggestionInput[], fixed: Arguments, attempt: Attempt): Arguments | null {
  for (let at = 0; at < MOST_SAMPLES; at += 1) {
    const args = { ...fixed, ...valuesAt(input, at) }
    if (attempt(args)) return args
  }
  return null
}

const valuesAt = (input: readonly SuggestionInput[], at: number): Arguments =>
  Object.fromEntries(input.map((one) => [one.name, samplesOf(one).at(at) ?? samplesOf(one)[0] ?? null]))

/** Values from the smallest to the largest. */
function samplesOf(input: SuggestionInput): readonly Value[] {
  switch (input.type) {
    case 'text':
      return ['Something'.slice(0, input.maxLength), 'x'.repeat(input.maxLength)]
    case 'integer':
      return spaced(input.min, input.max)
    case 'choice':
      return input.options.map(({ value }) => value)
  }
}

function narrow(input: SuggestionInput, works: (value: Value) => boolean): SuggestionInput | null {
  switch (input.type) {
    case 'text':
      return samplesOf(input).every(works) ? input : null
    case 'integer': {
      const limits = narrowNumbers(input.min, input.max, works)
      return limits === null ? null : { ...input, ...limits }
    }
    case 'choice': {
      const options = input.options.filter(({ value }) => works(value))
      return options.length === 0 ? null : { ...input, options }
    }
  }
}

const MOST_SAMPLES = 16
/** Tried in any range: what is paid, given or added is mostly small. */
const SMALL = [-1, 0, 1, 2]

/** Between two numbers of a larger range that work, all are taken to work. */
function spaced(min: number, max: number): readonly number[] {
  if (max - min < MOST_SAMPLES) return Array.from({ length: max - min + 1 }, (_, index) => min + index)
  const count = MOST_SAMPLES - SMALL.length
  const even = Array.from({ length: count }, (_, index) => min + Math.round(((max - min) * index) / (count - 1)))
  const small = SMALL.filter((value) => value >= min && value <= max)
  return [...new Set([...even, ...small])].sort((a, b) => a - b)
}

/** The longest range of numbers that work. */
function narrowNumbers(
  min: number,
  max: number,
  works: (value: number) => boolean,
): { readonly min: number; readonly max: number } | null {
  const samples = spaced(min, max)
  const results = samples.map(works)
  let [best, bestLength, length] = [-1, 0, 0]
  for (const [index, result] of results.entries()) {
    length = result ? length + 1 : 0
    if (length > bestLength) [best, bestLength] = [index, length]
  }
  const [first, last] = [samples[best - bestLength + 1], samples[best]]
  if (first === undefined || last === undefined) return null
  return {
    min: lastWorking(first, samples[best - bestLength] ?? first, works),
    max: lastWorking(last, samples[best + 1] ?? last, works),
  }
}

/** The number farthest from one that works, before one that doesn't, by halving. */
function lastWorking(working: number, failing: number, works: (value: number) => boolean): number {
  let [good, bad] = [working, failing]
  while (Math.abs(bad - good) > 1) {
    const middle = Math.trunc((good + bad) / 2)
    if (middle === good || middle === bad) break
    if (works(middle)) good = middle
    else bad = middle
  }
  return good
}
