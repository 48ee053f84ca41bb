import { splitJson } from './jsonValues.ts'
import { repairArguments } from './repairArguments.ts'
import { isObject } from './values.ts'

/** The arguments of a call as they were meant. Only complete ones are an object. */
export type ReadArguments =
  | { readonly state: 'complete'; readonly json: string }
  /** Nothing was sent. */
  | { readonly state: 'empty' }
  /** They end too early. `repaired` is what they say if only closing brackets are missing. */
  | { readonly state: 'cut'; readonly repaired: string | undefined }
  /** Complete, but no arguments: left to the story, which refuses them. */
  | { readonly state: 'malformed'; readonly text: string }

/** Servers encode arguments once more than they should; nobody does it more often. */
const MAX_ENCODINGS = 3

/**
 * Reads arguments that some servers send more than once, or encoded twice, and repairs what a model wrote. Fragments
 * are put together by `CollectedCall`; calls written as text are found by the engine's `answerParser` and read here.
 */
export function readArguments(text: string, encodings = 0): ReadArguments {
  if (text.trim() === '') return { state: 'empty' }
  const value = parse(text)
  if (isObject(value)) return { state: 'complete', json: text }
  if (value === null) return { state: 'complete', json: '{}' }
  if (typeof value === 'string' && encodings < MAX_ENCODINGS) return readArguments(value, encodings + 1)
  if (value !== undefined) return { state: 'malformed', text }
  const { values, isCut, hasOther } = splitJson(text)
  if (isCut) return { state: 'cut', repaired: repairArguments(text) }
  const [only, ...others] = distinct(values)
  if (only !== undefined && others.length === 0 && !hasOther && encodings < MAX_ENCODINGS) {
    return readArguments(only, encodings + 1)
  }
  const repaired = repairArguments(text)
  return repaired === undefined ? { state: 'malformed', text } : { state: 'complete', json: repaired }
}

/** The different values of a text that repeats one. An empty object is a placeholder for what follows. */
function distinct(values: readonly string[]): readonly string[] {
  const known = new Map<string, string>()
  for (const text of values) {
    const value = parse(text)
    if (value === undefined) return values.length > 1 ? values : []
    known.set(JSON.stringify(value), text)
  }
  if (known.size > 1) known.delete('{}')
  return [...known.values()]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
