import type { FunctionName } from '../syntax/syntax.ts'

/** Whether each function of the language accepts one argument or several. */
const ARITY: Record<FunctionName, 'one' | 'several'> = {
  count: 'one',
  min: 'several',
  max: 'several',
  abs: 'one',
  floor: 'one',
}

export function isFunctionName(word: string): word is FunctionName {
  return Object.hasOwn(ARITY, word)
}

export function isVariadic(name: FunctionName): boolean {
  return ARITY[name] === 'several'
}

/** All words that are allowed before `(`. */
export const callableNames: readonly string[] = ['visited', 'visits', 'discussed', ...Object.keys(ARITY)]
