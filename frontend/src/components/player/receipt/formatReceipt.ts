import { formatNumber } from '@llm-gamebook/story'

import { playerText } from '../../../text/player.ts'
import type { Effect, Json, Receipt, Roll } from '../../../types/api.ts'

/** Text stays as it is; other values become JSON. Numbers read as in the story. */
export function formatValue(value: Json): string {
  if (typeof value === 'number') return formatNumber(value)
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value, withoutRoundingErrors)
}

const withoutRoundingErrors = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(formatNumber(value)) : value

/** One entry per argument, or one for arguments that are not a mapping. */
export function formatArguments(args: Json): readonly (readonly [string, string])[] {
  if (args === null) return []
  if (!isMapping(args)) return [[playerText('receipt.rawArgument'), formatValue(args)]]
  return Object.entries(args).map(([key, value]) => [key, formatValue(value)])
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `2d6: 5 + 2 + 2 = 9 against 8: success` */
export function formatRoll({ roll, dice, add, total, at_least: target = 0, success }: Roll): string {
  const sign = add === 0 ? 'none' : add < 0 ? 'minus' : 'plus'
  const outcome = success === undefined ? 'none' : success ? 'success' : 'failure'
  const [amount, sum, goal] = [formatNumber(Math.abs(add)), formatNumber(total), formatNumber(target)]
  const values = { roll, dice: dice.join(' + '), sign, amount, total: sum, target: goal, outcome }
  return playerText('receipt.rollResult', values)
}

/** `graph/transition, requested by the narrator with walk_to` */
export function formatInitiator({ action, by, function: name, trigger }: Receipt): string {
  if (trigger !== undefined) return playerText('receipt.initiatorTrigger', { action, trigger })
  const initiator = playerText('receipt.initiator', { action, by })
  return name === undefined ? initiator : playerText('receipt.initiatorFunction', { initiator, name })
}

/** The author's text of a narration; null for any other effect. */
export function narrationOf({ action, args }: Effect): string | null {
  if (action !== 'core/narrate') return null
  return formatArguments(args).find(([key]) => key === 'text')?.[1] ?? null
}
