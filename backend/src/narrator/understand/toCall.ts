import type { Option } from '../scene/option.ts'
import type { SlotValues } from './fill/fillSlots.ts'
import type { Intent } from './intent.ts'

/** The call of an option with these values, the question for a missing value, or the refusal. */
export function toCall(option: Option, { args, implied, open }: SlotValues): Intent {
  const { call, reason } = option
  if (call === null) return { kind: 'refused', reason: reason ?? '' }
  const allArgs = { ...call.args, ...args, ...implied }
  if (open !== null) return { kind: 'clarify', option, call, args: allArgs, open }
  return { kind: 'call', call: { function: call.function, args: allArgs } }
}
