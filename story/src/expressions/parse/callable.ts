import type { FunctionName } from '../syntax/syntax.ts'

/** The functions of the language, and whether they take one value or several. */
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

/** All words that can stand before `(`. */
export const callableNames: readonly string[] = ['visited', ...Object.keys(ARITY)]
