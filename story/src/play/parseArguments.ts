import type { GamebookFunction } from '../gamebook.ts'
import type { Json } from '../json.ts'
import type { Refusal } from '../state/refusal.ts'

/**
 * Whether the arguments of a call fit the function's schema: an object, none missing, none unknown, right types.
 * Any text as `to` fits; where it leads is for the checks of the action.
 */
export function parseArguments(
  fn: GamebookFunction,
  args: Json,
): { readonly to: string } | { readonly refusal: Refusal } {
  if (!isObject(args)) return bad('The arguments are no object.')
  const expected = fn.fixedTo === null ? ['to'] : []
  const unknown = Object.keys(args).find((key) => !expected.includes(key))
  if (unknown !== undefined) return bad(`There is no argument "${unknown.slice(0, 64)}".`)
  if (fn.fixedTo !== null) return { to: fn.fixedTo }
  const to = args['to']
  if (to === undefined) return bad('The argument "to" is missing.')
  if (typeof to !== 'string') return bad('The argument "to" is no text.')
  return { to }
}

function bad(reason: string): { readonly refusal: Refusal } {
  return { refusal: { code: 'bad-arguments', reason } }
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
