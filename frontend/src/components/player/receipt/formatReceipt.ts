import type { Json, Roll } from '../../../types/api.ts'

/** Texts as they are, all else as JSON. */
export function tellValue(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
}

/** Key by key; what is no mapping has one line, and nothing has none. */
export function tellArgs(args: Json): readonly (readonly [string, string])[] {
  if (args === null) return []
  if (!isMapping(args)) return [['as it came', tellValue(args)]]
  return Object.entries(args).map(([key, value]) => [key, tellValue(value)])
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `2d6: 5 and 2, plus 2 = 9, against 8: made it` */
export function tellRoll({ roll, dice, add, total, at_least: atLeast, success }: Roll): string {
  const added = add === 0 ? '' : add < 0 ? `, minus ${-add}` : `, plus ${add}`
  const against = atLeast === undefined ? '' : `, against ${atLeast}`
  const outcome = success === undefined ? '' : success ? ': made it' : ': missed it'
  return `${roll}: ${dice.join(' and ')}${added} = ${total}${against}${outcome}`
}
